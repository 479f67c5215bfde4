import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { useCommands, type Command } from '#ui/commands.ts'
import { CommandPalette } from './CommandPalette.tsx'

const run = vi.fn<(name: string) => void>()
const command = (name: string, group: string, keys?: string): Command => ({
  name,
  group,
  ...(keys !== undefined && { keys }),
  run: () => run(name),
})

function Screen({ commands }: { commands: readonly Command[] }) {
  const [isOpen, setOpen] = useState(false)
  useCommands(commands)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {isOpen && <CommandPalette onClose={() => setOpen(false)} />}
    </>
  )
}

const commands = [
  command('Help', 'Everywhere'),
  command('Create practice batch', 'Write', 'Mod-Enter'),
  command('Go to Steps', 'Write'),
]

async function open() {
  run.mockClear()
  const user = userEvent.setup()
  const shown = render(<Screen commands={commands} />)
  await user.click(screen.getByRole('button', { name: 'Open' }))
  return { user, ...shown }
}

const options = () => screen.getAllByRole('option').map(({ textContent }) => textContent)

test('all commands are there with their shortcuts, those of the screen first', async () => {
  await open()
  expect(options()).toEqual(['Create practice batchCtrl+Enter', 'Go to Steps', 'Help'])
  expect(screen.getByRole('option', { name: /Create/ })).toHaveAttribute(
    'aria-keyshortcuts',
    'Control+Enter',
  )
})

test('first letters find a command, and Enter does it once the list is closed', async () => {
  const { user } = await open()
  await user.click(screen.getByRole('combobox', { name: 'Search commands' }))
  await user.keyboard('gts')
  expect(options()).toEqual(['Go to Steps'])
  await user.keyboard('{Enter}')
  expect(run.mock.calls).toEqual([['Go to Steps']])
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('arrows move on, and a press does as well', async () => {
  const { user } = await open()
  await user.click(screen.getByRole('combobox'))
  await user.keyboard('{ArrowDown}{Enter}')
  expect(run.mock.calls).toEqual([['Go to Steps']])
  await user.click(screen.getByRole('button', { name: 'Open' }))
  await user.click(screen.getByRole('option', { name: 'Help' }))
  expect(run.mock.calls.at(-1)).toEqual(['Help'])
})

test('a search without hits says what to do', async () => {
  const { user } = await open()
  await user.click(screen.getByRole('combobox'))
  await user.keyboard('zzz')
  expect(screen.getByText(/No command found\. Try another word/)).toBeVisible()
})

test('what is no longer on the screen is no longer offered', async () => {
  const { user, rerender } = await open()
  await user.click(screen.getByRole('button', { name: 'Close' }))
  rerender(<Screen commands={[command('Set up…', 'Batch')]} />)
  await user.click(screen.getByRole('button', { name: 'Open' }))
  expect(options()).toEqual(['Set up…'])
})

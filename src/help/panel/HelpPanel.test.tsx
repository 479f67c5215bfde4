import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { renderAt } from '#test/render-at.tsx'
import { HelpPanel } from './HelpPanel.tsx'

const showShortcuts = vi.fn<() => void>()

/** Whether the window is one of a phone. */
function setNarrow(matches: boolean) {
  vi.stubGlobal('matchMedia', () => ({
    matches,
    addEventListener: () => {},
    removeEventListener: () => {},
  }))
}
beforeEach(() => setNarrow(false))

function Work({ path }: { path: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      <input aria-label="Title" />
      {isOpen && (
        <HelpPanel path={path} onClose={() => setOpen(false)} onShowShortcuts={showShortcuts} />
      )}
    </>
  )
}

async function open(path = '/practice/new') {
  const user = userEvent.setup()
  const { history } = renderAt(path, <Work path={path} />)
  await user.click(screen.getByRole('button', { name: 'Open' }))
  return { user, history }
}

const panel = () => within(screen.getByRole('complementary', { name: 'Help' }))

test('the panel begins with what belongs to the screen, and has the focus', async () => {
  await open()
  expect(panel().getByRole('heading', { name: 'Help' })).toHaveFocus()
  expect(panel().getByRole('heading', { level: 3, name: 'Writing' })).toBeVisible()
  expect(panel().getByRole('heading', { level: 4, name: 'Drafts' })).toBeVisible()
})

test('it begins where it was asked to, whatever the screen', () => {
  renderAt(
    '/practice/new',
    <HelpPanel
      path="/practice/new"
      at={{ page: 'questions', anchor: '' }}
      onClose={() => {}}
      onShowShortcuts={showShortcuts}
    />,
  )
  expect(panel().getByRole('heading', { level: 3, name: 'Questions' })).toBeVisible()
})

test('the work goes on beside it, and Escape in the panel gives the focus back', async () => {
  const { user } = await open()
  await user.type(screen.getByRole('textbox', { name: 'Title' }), 'Rate{Escape}')
  expect(panel().getByRole('searchbox')).toBeVisible()
  await user.click(panel().getByRole('searchbox'))
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('complementary')).toBeNull()
  expect(screen.getByRole('button', { name: 'Open' })).toHaveFocus()
  expect(screen.getByRole('textbox', { name: 'Title' })).toHaveValue('Rate')
})

test('a link shows its page in the panel and leaves the address alone', async () => {
  const { user, history } = await open()
  await user.click(panel().getAllByRole('link', { name: 'Sending and safety' })[0]!)
  expect(panel().getByRole('heading', { level: 3, name: 'Sending and safety' })).toHaveFocus()
  await user.click(panel().getByRole('button', { name: 'All pages' }))
  const pages = within(panel().getByRole('list', { name: 'Pages of the help' }))
  await user.click(pages.getByRole('link', { name: 'Practice' }))
  expect(panel().getAllByRole('table')[0]).toBeVisible()
  expect(history).toEqual(['/practice/new'])
})

test('a search is done by keys alone: arrows, Enter, Escape', async () => {
  const { user } = await open()
  await user.click(panel().getByRole('searchbox', { name: 'Search the help' }))
  await user.keyboard('two windows')
  expect(panel().getByRole('status')).toHaveTextContent(/sections? found/)
  expect(panel().queryByRole('heading', { name: 'Writing' })).toBeNull()
  const results = within(panel().getByRole('list', { name: 'Search results' }))
  await user.keyboard('{ArrowDown}')
  expect(results.getAllByRole('link')[0]).toHaveFocus()
  await user.keyboard('{ArrowUp}')
  expect(panel().getByRole('searchbox')).toHaveFocus()
  await user.keyboard('{Escape}')
  expect(panel().getByRole('searchbox')).toHaveValue('')
  await user.keyboard('keyboard{Enter}')
  expect(panel().getByRole('heading', { name: 'Keyboard' })).toHaveFocus()
})

test('a search without results says what to do', async () => {
  const { user } = await open()
  await user.type(panel().getByRole('searchbox'), 'zebra crossing')
  expect(panel().getByRole('status')).toHaveTextContent('No section has all of these words.')
})

test('the keys of the app are one press away', async () => {
  const { user } = await open()
  await user.click(panel().getByRole('button', { name: 'Shortcuts' }))
  expect(showShortcuts).toHaveBeenCalledOnce()
})

test('in a narrow window it is a dialog over the work', async () => {
  setNarrow(true)
  const { user } = await open('/practice/batches/b1')
  const dialog = within(screen.getByRole('dialog', { name: 'Help' }))
  expect(dialog.getByRole('heading', { level: 3, name: 'Practice' })).toBeVisible()
  await user.click(dialog.getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('dialog')).toBeNull()
})

import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { saveFile } from '#ui/save-file.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { renderAt } from '#test/render-at.tsx'
import { ShareMenu } from './ShareMenu.tsx'

vi.mock('#ui/save-file.ts', () => ({ saveFile: vi.fn<typeof saveFile>() }))

const backend = {
  place: 'practice' as const,
  name: 'Practice',
  base_path: '/practice/api',
  connected: false,
  datasets: [],
}

test('a draft that could not be imported again as YAML is not saved, and JSON is pointed to', async () => {
  const texts = { ...blankTexts, batchName: 'Long', steps: '<p>Read</p>\n'.repeat(30_000) }
  const draft = { name: '', place: 'practice' as const, texts }
  const read = () => Promise.resolve({ kind: 'draft' as const, id: 'd', draft, changedAt: null })
  renderAt('/practice', <ShareMenu label="Share" backend={backend} read={read} listed={false} />)
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'Share' }))
  // jsdom opens no popovers.
  const item = (name: RegExp) => screen.getByRole('button', { name, hidden: true })
  await user.click(item(/^Export as YAML/))
  const dialog = await screen.findByRole('dialog', { name: 'The file was not saved' })
  expect(dialog).toHaveTextContent('Choose JSON')
  expect(saveFile).not.toHaveBeenCalled()

  await user.click(item(/^Export as JSON/))
  await vi.waitFor(() => expect(vi.mocked(saveFile).mock.lastCall?.[0]).toBe('long.json'))
  expect(screen.queryByRole('dialog', { name: 'The file was not saved' })).toBeNull()
})

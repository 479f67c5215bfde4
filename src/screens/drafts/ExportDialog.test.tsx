import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { readDraftFile } from '#drafts/file-format/read-draft-file.ts'
import { saveFile } from '#ui/save-file.ts'
import { nextEnvelope } from '#drafts/store/draft-envelope.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { ExportDialog } from './ExportDialog.tsx'

vi.mock('#ui/save-file.ts', () => ({ saveFile: vi.fn<typeof saveFile>() }))

const draft = (id: string) =>
  nextEnvelope(null, {
    id,
    tab: 't',
    place: 'practice',
    texts: { ...blankTexts, batchName: `Batch ${id}` },
  })

test('the drafts that are chosen go into one file, in the form that was chosen', async () => {
  const onClose = vi.fn<() => void>()
  render(<ExportDialog drafts={[draft('a'), draft('b'), draft('c')]} onClose={onClose} />)
  expect(screen.getByRole('button', { name: 'Export 3 drafts' })).toBeEnabled()
  await userEvent.click(screen.getByRole('checkbox', { name: 'Batch b' }))
  expect(screen.getByRole('checkbox', { name: 'All drafts' })).not.toBeChecked()
  await userEvent.click(screen.getByRole('radio', { name: 'YAML' }))
  await userEvent.click(screen.getByRole('button', { name: 'Export 2 drafts' }))
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled())

  const [name, text] = vi.mocked(saveFile).mock.lastCall ?? []
  expect(name).toBe('batch-drafts.yaml')
  const names = readDraftFile(text ?? '').drafts.map(({ texts }) => texts.batchName)
  expect(names).toEqual(['Batch a', 'Batch c'])
})

test('nothing is exported when nothing is chosen', async () => {
  vi.mocked(saveFile).mockClear()
  render(<ExportDialog drafts={[draft('a')]} onClose={() => {}} />)
  await userEvent.click(screen.getByRole('checkbox', { name: 'All drafts' }))
  await userEvent.click(screen.getByRole('button', { name: 'Export 0 drafts' }))
  expect(saveFile).not.toHaveBeenCalled()
})

test('a file that could not be imported again is not saved, and the remedy is said', async () => {
  vi.mocked(saveFile).mockClear()
  const onClose = vi.fn<() => void>()
  const long = { ...blankTexts, steps: '<p>Read</p>\n'.repeat(30_000) }
  render(<ExportDialog drafts={[{ ...draft('a'), texts: long }]} onClose={onClose} />)
  await userEvent.click(screen.getByRole('radio', { name: 'YAML' }))
  await userEvent.click(screen.getByRole('button', { name: 'Export 1 draft' }))
  expect(await screen.findByRole('alert')).toHaveTextContent(/not saved.*Choose JSON/)
  expect(saveFile).not.toHaveBeenCalled()

  await userEvent.click(screen.getByRole('radio', { name: 'JSON' }))
  await userEvent.click(screen.getByRole('button', { name: 'Export 1 draft' }))
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(saveFile).toHaveBeenCalledOnce()
})

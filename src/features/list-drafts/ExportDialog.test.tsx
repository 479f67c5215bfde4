import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { readDraftFile } from '#draft-files/read-draft-file.ts'
import { saveFile } from '#draft-files/save-file.ts'
import { nextEnvelope } from '#storage/draft-envelope.ts'
import { blankTexts } from '#storage/stored-draft.ts'
import { ExportDialog } from './ExportDialog.tsx'

vi.mock('#draft-files/save-file.ts', () => ({ saveFile: vi.fn<typeof saveFile>() }))

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

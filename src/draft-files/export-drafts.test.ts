import { expect, test, vi } from 'vitest'
import { blankTexts } from '#storage/stored-draft.ts'
import { exportDrafts } from './export-drafts.ts'
import { readDraftFile } from './read-draft-file.ts'
import { saveFile } from './save-file.ts'

vi.mock('./save-file.ts', () => ({ saveFile: vi.fn<typeof saveFile>() }))
const saved = vi.mocked(saveFile)

const draft = (batchName: string) => ({
  name: '',
  place: 'practice' as const,
  texts: { ...blankTexts, batchName, steps: "<p title='a'>“Read”</p>\n" },
})

test.each(['json', 'yaml'] as const)(
  'drafts exported as %s come back as they were',
  async (format) => {
    const drafts = [draft('One'), draft('Two')]
    await exportDrafts(drafts, format)
    const [name, text] = saved.mock.lastCall ?? []
    expect(name).toBe(`batch-drafts.${format}`)
    expect(readDraftFile(text ?? '')).toEqual({ drafts, problems: [] })
  },
)

test.each([
  ['Sentiment: round 2/3', 'sentiment-round-2-3.json'],
  ['Évaluation « À »', 'évaluation-à.json'],
  ['../..', 'batch-draft.json'],
])('the file of “%s” is called %s', async (name, file) => {
  await exportDrafts([draft(name)], 'json')
  expect(saved.mock.lastCall?.[0]).toBe(file)
})

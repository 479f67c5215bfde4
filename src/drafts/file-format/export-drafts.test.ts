import { expect, test, vi } from 'vitest'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { exportDrafts } from './export-drafts.ts'
import { readDraftFile } from './read-draft-file.ts'
import { saveFile } from '#ui/save-file.ts'

vi.mock('#ui/save-file.ts', () => ({ saveFile: vi.fn<typeof saveFile>() }))
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

const long = (characters: number) => ({
  ...draft('Long'),
  texts: { ...blankTexts, steps: '<p>Read</p>\n'.repeat(characters / 12) },
})

test.each([
  ['YAML that is too long', [long(330_000)], 'yaml', /Choose JSON/],
  [
    'a draft that is too long',
    [long(10_200_000)],
    'json',
    /^To be imported again, a file can be 10 MB at most\.$/,
  ],
  ['drafts that are too long together', [long(5_100_000), long(5_100_000)], 'json', /fewer drafts/],
  ['long texts in letters of several bytes', [draft('ö'.repeat(5_100_000))], 'json', /10 MB/],
  ['too many drafts', Array.from({ length: 1001 }, () => draft('One')), 'json', /1,000 drafts/],
] as const)(
  '%s: what could not be imported again is not saved',
  async (_what, drafts, format, why) => {
    saved.mockClear()
    expect(await exportDrafts(drafts, format)).toMatch(why)
    expect(saved).not.toHaveBeenCalled()
  },
)

test('what is too long as YAML can be exported as JSON', async () => {
  expect(await exportDrafts([long(330_000)], 'json')).toBeNull()
  expect(readDraftFile(saved.mock.lastCall?.[1] ?? '').drafts).toEqual([long(330_000)])
})

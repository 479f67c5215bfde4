import type { ProfileName } from '#html/profile/profile-names.ts'
import { describe, expect, test } from 'vitest'
import { CreateBatchRequest } from '#contract/batch.ts'
import { sampleBatchItems } from '#contract/questions/batch-items.ts'
import { Batch } from '#contract/answers.ts'
import { valueAt } from '#contract/json-value.ts'
import { DraftFile, fromFileDraft, toDraftFile } from '#drafts/file-format/draft-file.ts'
import { signBackup } from '#drafts/autosave/sign-backup.ts'
import { checksum } from '#storage/checksum.ts'
import { storedBatch } from '#test/answers.ts'
import { allFields, byKind, fieldOrder, fields, pathOf } from './fields.ts'
import { missingFields } from './missing-fields.ts'
import { wholeRequest } from './request-of-texts.ts'
import { blankTexts, DraftTexts } from '#drafts/store/draft-texts.ts'
import { textsOfAnswer, textsOfBatch } from './texts-of-answer.ts'

const profile: ProfileName = 'safe'
/** Something else than blank in each field. */
const full: DraftTexts = byKind({
  line: 'A line',
  html: '<p>A text</p>',
  json: JSON.stringify(sampleBatchItems, null, 2),
  id: '6278acb09062db3b35bcbeb0',
  switch: true,
  profile,
})

describe.each(fieldOrder)('the field %s', (field) => {
  const texts = { ...blankTexts, [field]: full[field] }

  test('goes where the API takes it, and is read from there', () => {
    const request = wholeRequest(texts)
    expect(valueAt(request, pathOf(field))).toBeDefined()
    expect(textsOfAnswer(request)).toEqual(texts)
  })

  test('is sent blank or left out, as it is required or not', () => {
    const sent = valueAt(wholeRequest(blankTexts), pathOf(field))
    expect(sent).toBe(fields[field].required ? '' : undefined)
    expect(missingFields({ ...full, [field]: blankTexts[field] })).toEqual(
      fields[field].required ? [field] : [],
    )
  })

  test('is in the contract', () => {
    expect(Object.keys(CreateBatchRequest.shape)).toContain(pathOf(field)[0])
  })
})

test.each(allFields)('%s comes back from a file, filled or blank', (field) => {
  for (const texts of [
    { ...blankTexts, [field]: full[field] },
    { ...full, [field]: blankTexts[field] },
  ]) {
    const draft = { name: 'One', place: 'practice', texts } as const
    const [read] = DraftFile.parse(JSON.parse(JSON.stringify(toDraftFile([draft])))).drafts
    expect(read && fromFileDraft(read)).toEqual(draft)
  }
})

test('a draft of version 0.4.0 opens with what a new draft begins with', () => {
  const { keeps, onlyKept } = blankTexts
  const known = { taskTitle: 'a', introduction: 'b', steps: 'c', datasetId: 'd', questions: 'e' }
  const stored = { ...known, batchName: 'f', workspaceId: 'g' }
  expect(DraftTexts.parse(stored)).toEqual({ ...blankTexts, ...stored, keeps, onlyKept })
})

test('what a page of version 0.4.0 left behind still has its checksum', () => {
  const left = { id: 'x', base: 1, place: 'practice' } as const
  const texts = {
    taskTitle: 'a',
    introduction: 'b',
    steps: 'c',
    datasetId: 'd',
    questions: 'e',
    batchName: 'f',
    workspaceId: 'g',
    keeps: 'published',
    onlyKept: false,
  } as const
  const sha = checksum(JSON.stringify(['x', 1, 'practice', texts]))
  const rest = { ...left, saved: false, tab: 't', at: 1 }
  expect(signBackup({ ...rest, texts: DraftTexts.parse(texts) })).toBe(sha)
})

test('ids of a batch stay behind in another environment', () => {
  const batch = Batch.parse({ ...storedBatch, datasets: [{ id: 'd' }] })
  expect(textsOfBatch(batch, 'practice', 'practice')).toMatchObject({
    datasetId: 'd',
    workspaceId: storedBatch.workspace_id,
  })
  expect(textsOfBatch(batch, 'practice', 'prolific')).toMatchObject({
    datasetId: '',
    workspaceId: '',
    batchName: storedBatch.name,
  })
})

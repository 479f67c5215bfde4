// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { encodeBody } from '#api/http.ts'
import { documentedExample } from '#contract/examples.ts'
import { MAX_BODY_BYTES } from '#contract/limits.ts'
import { addressOf } from '#contract/routes.ts'
import { MAX_TEXT_BYTES } from '#html/parse/limits.ts'
import { byteLength } from '#html/parse/limits.ts'
import { missingFields } from '#drafts/missing-fields.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { looksLikeAnotherId } from '#drafts/dataset-id.ts'
import { BatchDraft } from './batch-draft.ts'
import { exampleDraft } from '#screens/write/draft/example-draft.ts'
import { practice, serve } from '#test/serve.ts'
import { wholeRequest } from '#drafts/request-of-texts.ts'

const example = exampleDraft('practice')

function problems(change: Partial<BatchDraft>) {
  const parsed = BatchDraft.safeParse({ ...example, ...change })
  return (parsed.error?.issues ?? []).map(({ path, message }) => `${String(path[0])}: ${message}`)
}

describe('what the form asks for', () => {
  test('the documented example is complete', () => {
    expect(problems({})).toEqual([])
    expect(missingFields(example)).toEqual([])
  })

  test('an empty form misses everything but dataset and questions', () => {
    expect(missingFields(blankTexts)).toEqual([
      'taskTitle',
      'introduction',
      'steps',
      'batchName',
      'workspaceId',
    ])
  })

  test.each([
    ['taskTitle', '   '],
    ['batchName', '\t'],
    ['workspaceId', ''],
    ['introduction', '<p>&nbsp;</p><p><br></p>'],
    ['steps', '<ol><li>\u200B</li></ol>'],
  ] as const)('%s is refused when participants or team would see nothing', (field, value) => {
    expect(problems({ [field]: value })).toEqual([expect.stringMatching(`^${field}: `)])
  })

  test('a picture is not nothing', () => {
    expect(problems({ steps: '<p><img src="https://example.org/a.png" alt=""></p>' })).toEqual([])
  })

  test.each([
    ['6278acb09062db3b35bcbeb0', true],
    ['6278ACB09062DB3B35BCBEB0', true],
    ['6278acb09062db3b35bcbeb', false],
    ['0192a3b5-e8f9-7a0b-1c2d-3e4f5a6b7c8d', false],
    ['https://app.prolific.com/researcher/workspaces/6278acb09062db3b35bcbeb0', false],
  ])('workspace id %s', (workspaceId, accepted) => {
    expect(problems({ workspaceId }).length === 0).toBe(accepted)
  })

  test.each([
    ['', true],
    ['0192a3b5-e8f9-7a0b-1c2d-3e4f5a6b7c8d', true],
    [documentedExample.dataset_id, true],
    ['my-dataset.csv', false],
  ])('dataset id "%s"', (datasetId, accepted) => {
    expect(problems({ datasetId }).length === 0).toBe(accepted)
  })

  test('24 digits for a dataset are taken, with a doubt', () => {
    expect(looksLikeAnotherId(documentedExample.dataset_id)).toBe(true)
    expect(looksLikeAnotherId('0192a3b5-e8f9-7a0b-1c2d-3e4f5a6b7c8d')).toBe(false)
  })

  test('a text is as long as its bytes', () => {
    expect(problems({ steps: 'é'.repeat(MAX_TEXT_BYTES / 2) })).toEqual([])
    expect(problems({ steps: 'é'.repeat(MAX_TEXT_BYTES / 2 + 1) })).toEqual([
      expect.stringContaining('longer than 512 KB'),
    ])
  })

  test('texts that fit one by one can still be too much together', () => {
    const long = 'a'.repeat(MAX_TEXT_BYTES - 1)
    expect(problems({ introduction: long, steps: long })).toEqual([
      expect.stringContaining('longer than 1 MB'),
    ])
  })

  test('the form takes what the server takes, to the byte', async () => {
    serve()
    const draft = { ...example, introduction: 'a'.repeat(500_000), steps: 'b' }
    const room = MAX_BODY_BYTES - byteLength(encodeBody(wholeRequest(draft)))
    for (const [bytes, status] of [
      [room, 201],
      [room + 1, 413],
    ] as const) {
      const filled = { ...draft, steps: `b${'a'.repeat(bytes)}` }
      expect(problems(filled)).toHaveLength(status === 201 ? 0 : 1)
      const answer = await fetch(practice.base_path + addressOf('createBatch'), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-app-request': '1' },
        body: encodeBody(wholeRequest(filled)),
      })
      expect(answer.status).toBe(status)
    }
  })

  test('questions that break the grammar are named with their place', () => {
    const questions = '[{"rows":[{"columns":[{"items":[{"type":"free_text"}]}]}]}]'
    expect(problems({ questions })).toEqual([
      'questions: Page 1, row 1, column 1, item 1 (free_text): description is required',
    ])
    expect(problems({ questions: '[{' })).toEqual([
      'questions: The questions are not readable JSON. Line 1: a closing } is missing.',
    ])
  })
})

// @vitest-environment node
import { expect, test } from 'vitest'
import { encodeBody } from '#api/http.ts'
import { MAX_BODY_BYTES } from '#contract/limits.ts'
import { documentedExample } from '#contract/examples.ts'
import { textsOf } from '#screens/batch/stored-texts/texts-of.ts'
import { byteLength } from '#html/parse/limits.ts'
import { toTaskDetails } from '#drafts/task-details-of.ts'
import { EditedTexts } from './use-edit-form.ts'

test('texts that fit one by one are refused when the request would be a byte too long', () => {
  const half = 'a'.repeat(500_000)
  const draft = { ...textsOf(documentedExample.task_details), introduction: half, steps: 'b' }
  const room = MAX_BODY_BYTES - byteLength(encodeBody({ task_details: toTaskDetails(draft) }))
  const filled = (bytes: number) =>
    EditedTexts.safeParse({ ...draft, steps: `b${'a'.repeat(bytes)}` }).error?.issues
  expect(filled(room)).toBeUndefined()
  expect(filled(room + 1)).toMatchObject([
    { path: ['steps'], message: 'All texts together are longer than 1 MB. Shorten them.' },
  ])
})

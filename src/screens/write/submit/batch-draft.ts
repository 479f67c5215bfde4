import * as z from 'zod/mini'
import { encodeBody } from '#api/http.ts'
import { CreateBatchRequest } from '#contract/batch.ts'
import { MAX_BODY_BYTES } from '#contract/limits.ts'
import { profileNames } from '#html/profile/profiles.ts'
import { byteLength, TaskTexts } from '#html/words/task-texts.ts'
import { readQuestions } from '#contract/questions/written-questions.ts'
import { wholeRequest } from './whole-request.ts'

const notBlank = (message: string) => z.refine<string>((text) => text.trim() !== '', message)

const { name, workspace_id } = CreateBatchRequest.shape

/**
 * What the form asks for. Built from the contract, which says what the API takes, and stricter where
 * we know better: nothing that looks empty to a participant, ids in the form the API uses (workspace:
 * 24 hexadecimal digits; dataset: a UUID, though the API's own page shows 24 digits, so those pass).
 */
export const BatchDraft = z
  .object({
    ...TaskTexts.shape,
    datasetId: z
      .string()
      .check(
        z.refine(
          (id) => id.trim() === '' || isDatasetId(id),
          'This is not a dataset id. It looks like 0192a3b5-e8f9-7a0b-1c2d-3e4f5a6b7c8d. Paste it again, or leave it empty for now.',
        ),
      ),
    questions: z.string().check(
      z.superRefine((text, context) => {
        const { problems } = readQuestions(text)
        for (const message of problems.slice(0, 20)) context.addIssue({ code: 'custom', message })
      }),
    ),
    batchName: name.check(notBlank('Give the batch a name. Only your team sees it.')),
    workspaceId: workspace_id.check(
      notBlank('Choose a workspace.'),
      z.refine(
        (id) => id.trim() === '' || /^[0-9a-f]{24}$/i.test(id.trim()),
        'This is not a workspace id. It has 24 characters, 0 to 9 and a to f; copy it from the address of your workspace page.',
      ),
    ),
    keeps: z.enum(profileNames),
    onlyKept: z.boolean(),
  })
  .check(
    z.refine((draft) => byteLength(encodeBody(wholeRequest(draft))) <= MAX_BODY_BYTES, {
      path: ['steps'],
      error: 'All texts and questions together are longer than 1 MB. Shorten them.',
    }),
  )
export type BatchDraft = z.infer<typeof BatchDraft>

/** A UUID, or the 24 digits of the API's own example. */
function isDatasetId(id: string) {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id.trim()) || looksLikeAnotherId(id)
}

/** 24 hexadecimal digits: the form of workspace and study ids, doubtful for a dataset. */
export function looksLikeAnotherId(id: string) {
  return /^[0-9a-f]{24}$/i.test(id.trim())
}

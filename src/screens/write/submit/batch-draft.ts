import * as z from 'zod/mini'
import { encodeBody } from '#api/http.ts'
import { MAX_BODY_BYTES } from '#contract/limits.ts'
import { byteLength } from '#html/parse/limits.ts'
import { TaskTexts } from '#drafts/task-texts.ts'
import { faultsInWords } from '#questions/json/json-problems.ts'
import { isDatasetId } from '#drafts/dataset-id.ts'
import { DraftTexts } from '#drafts/store/draft-texts.ts'
import { wholeRequest } from '#drafts/request-of-texts.ts'

const notBlank = (message: string) => z.refine<string>((text) => text.trim() !== '', message)

const { datasetId, questions, batchName, workspaceId } = DraftTexts.shape

/**
 * What the form asks for: all fields of a draft, and more than the API where we know better: nothing that looks empty to a participant, ids in the form the API uses (workspace:
 * 24 hexadecimal digits; dataset: a UUID, though the API's own page shows 24 digits, so those pass).
 */
export const BatchDraft = z
  .object({
    ...DraftTexts.shape,
    ...TaskTexts.shape,
    datasetId: datasetId.check(
      z.refine(
        (id) => id.trim() === '' || isDatasetId(id),
        'This is not a dataset id. Dataset ids look like 0192a3b5-e8f9-7a0b-1c2d-3e4f5a6b7c8d. Paste it again, or leave the field empty for now.',
      ),
    ),
    questions: questions.check(
      z.superRefine((text, context) => {
        for (const message of faultsInWords(text).slice(0, 20))
          context.addIssue({ code: 'custom', message })
      }),
    ),
    batchName: batchName.check(notBlank('Give the batch a name. Only your team sees it.')),
    workspaceId: workspaceId.check(
      notBlank('Choose a workspace.'),
      z.refine(
        (id) => id.trim() === '' || /^[0-9a-f]{24}$/i.test(id.trim()),
        'This is not a workspace id. Workspace ids have 24 characters, 0 to 9 and a to f. Copy it from the address of your workspace page.',
      ),
    ),
  })
  .check(
    z.refine((draft) => byteLength(encodeBody(wholeRequest(draft))) <= MAX_BODY_BYTES, {
      path: ['steps'],
      error: 'All texts and questions together are longer than 1 MB. Shorten them.',
    }),
  )
export type BatchDraft = z.infer<typeof BatchDraft>

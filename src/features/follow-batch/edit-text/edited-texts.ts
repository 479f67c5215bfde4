import * as z from 'zod/mini'
import { encodeBody } from '#api/http.ts'
import { MAX_BODY_BYTES } from '#contract/limits.ts'
import { byteLength, TaskTexts, toTaskDetails } from '#html/task-texts.ts'

/** What may be stored as the new texts of a batch: good texts that fit into one request together. */
export const EditedTexts = TaskTexts.check(
  z.refine(
    (texts) => byteLength(encodeBody({ task_details: toTaskDetails(texts) })) <= MAX_BODY_BYTES,
    { path: ['steps'], error: 'All texts together are longer than 1 MB. Shorten them.' },
  ),
)

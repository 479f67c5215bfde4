import { encodeBody } from '#api/http.ts'
import type { CreateBatchRequest } from '#contract/batch.ts'
import { asSent } from '#drafts/as-sent.ts'
import { UnreadText } from '#html/parse/unread-text.ts'
import type { BatchDraft } from './batch-draft.ts'
import type { TextName } from '#screens/write/fields/form-fields.ts'
import { wholeRequest } from '#drafts/request-of-texts.ts'

export type MadeRequest =
  /** With its exact bytes. */
  | { kind: 'made'; request: CreateBatchRequest; body: string }
  /** Nothing may be sent; `texts` are in the way, or something else where there are none. */
  | { kind: 'unread'; texts: readonly TextName[] }

/**
 * The request that a draft stands for: what is sent, what the Request tab shows and what the review
 * lists are all made here. Nothing unsafe gets in, and with `onlyKept` nothing that Prolific is not
 * taken to keep. Throws `UnreadText`. Needs a DOM.
 */
export function toCreateBatchRequest(draft: BatchDraft): CreateBatchRequest {
  const { keeps, onlyKept } = draft
  return { ...wholeRequest(draft), task_details: asSent(draft, onlyKept ? keeps : undefined) }
}

/** The request of a draft and its bytes, or that it cannot be made, whatever the reason. */
export function makeRequest(draft: BatchDraft): MadeRequest {
  try {
    const request = toCreateBatchRequest(draft)
    return { kind: 'made', request, body: encodeBody(request) }
  } catch (error) {
    return { kind: 'unread', texts: error instanceof UnreadText ? [error.text] : [] }
  }
}

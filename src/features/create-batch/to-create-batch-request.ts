import type { CreateBatchRequest } from '#contract/batch.ts'
import { keptHtml } from '#html/kept-html.ts'
import { TextTooLarge } from '#html/limits.ts'
import type { BatchDraft } from './batch-draft.ts'
import { wholeRequest } from './whole-request.ts'

/**
 * The request that a draft stands for: what is sent, what the Request tab shows and what the review
 * lists are all made here. With `onlyKept` the formatting that Prolific is not taken to keep is left
 * out of it. The title is no formatted text and goes as it is. Needs a DOM then.
 */
export function toCreateBatchRequest(draft: BatchDraft): CreateBatchRequest {
  if (!draft.onlyKept) return wholeRequest(draft)
  const { introduction, steps } = draft
  return wholeRequest({
    ...draft,
    introduction: keptOf(introduction, draft),
    steps: keptOf(steps, draft),
  })
}

function keptOf(html: string, { keeps }: BatchDraft): string {
  try {
    return keptHtml(html, keeps)
  } catch (error) {
    // The form does not send what is too long; until it is shortened, it is shown as it is.
    if (error instanceof TextTooLarge) return html
    throw error
  }
}

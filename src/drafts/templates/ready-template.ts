import type { BatchItems } from '#contract/questions/batch-items.ts'
import type { DraftTexts } from '#drafts/store/draft-texts.ts'

/**
 * A task that is ready to be used: a model of its kind. Its HTML keeps to the strictest profile, and no
 * content check has anything to say about it but that its placeholders are open.
 */
export type ReadyTemplate = {
  /** Part of addresses and file names. */
  id: string
  /** What kind of task it is. */
  name: string
  /** One line for whoever chooses. */
  description: string
  /** Further words it is found by. */
  tags: readonly string[]
  texts: Pick<DraftTexts, 'taskTitle' | 'introduction' | 'steps' | 'batchName'>
  questions: BatchItems
}

/** HTML that is written over several lines, in one: the lines of a file are none of the text. */
export function unfolded(html: string): string {
  return html
    .trim()
    .replace(/>\s*\n\s*</g, '><')
    .replace(/\s*\n\s*(<\/)/g, '$1')
    .replace(/\s*\n\s*/g, ' ')
}

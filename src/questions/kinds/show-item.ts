import { hasMembers } from '#contract/json-value.ts'
import { asWords } from '#questions/words/as-words.ts'
import { showDatasetField } from './dataset_field/show.ts'
import { element, ours, theirs, type Item } from './elements.ts'
import { showFileUpload } from './file_upload/show.ts'
import { showFreeText } from './free_text/show.ts'
import { showFreeTextWithUnit } from './free_text_with_unit/show.ts'
import { showImage } from './image/show.ts'
import { showMultipleChoice } from './multiple_choice/show.ts'
import { showMultipleChoiceWithFreeText } from './multiple_choice_with_free_text/show.ts'
import { showRichText } from './rich_text/show.ts'
import type { ShowContext } from './show-context.ts'
import { showStarRating } from './star_rating/show.ts'
import { showVideoNarration } from './video_narration/show.ts'

type Show = (item: Item, context: ShowContext) => HTMLElement

/** A map, because a type may be called like a member of every object. */
const kinds: ReadonlyMap<unknown, Show> = new Map<string, Show>([
  ['dataset_field', showDatasetField],
  ['image', showImage],
  ['rich_text', showRichText],
  ['free_text', showFreeText],
  ['free_text_with_unit', showFreeTextWithUnit],
  ['multiple_choice', showMultipleChoice],
  ['multiple_choice_with_free_text', showMultipleChoiceWithFreeText],
  ['file_upload', showFileUpload],
  ['star_rating', showStarRating],
  ['video_narration', showVideoNarration],
])

/**
 * An item of a page as participants see it, from a value of any shape, as inert nodes. What this version
 * cannot show is named, with all that is in it. Never throws.
 */
export function showItem(value: unknown, context: ShowContext): HTMLElement {
  if (!hasMembers(value) || Array.isArray(value)) {
    return unshown('This is not a question that can be shown.', value)
  }
  const show = kinds.get(value['type'])
  if (!show) {
    const type = asWords(value['type'])
    const what = type === '' ? 'A question without a type' : `A question of the type ‘${type}’`
    const number = context.number === null ? '' : `${context.number}: `
    return unshown(`${number}${what}, which this version cannot show.`, value)
  }
  try {
    return show(value, context)
  } catch {
    return unshown('This part cannot be shown.', value)
  }
}

/** A value in the place of an item, row or page, named and as it is written. */
export function unshown(reason: string, value: unknown): HTMLElement {
  return element(
    'div',
    'unshown',
    ours('p', '', reason),
    theirs('pre', 'source', asWords(value) || '(nothing)'),
  )
}

import type { BatchItem, BatchItemType } from '#contract/questions/question-item.ts'
import { asMembers, asWords, typedLimits } from '#questions/words/as-words.ts'
import { hasMembers } from '#contract/json-value.ts'

/** An item as it is written: its members may be of any shape. */
export type WrittenItem = Record<PropertyKey, unknown>

/** A term and what stands for it, for people; one that stands for nothing is left out. */
export type Detail = readonly [term: string, values: readonly string[]]

/** What the product knows of a kind of item, without its form and without what participants see. */
export type KindFacts = {
  /** The API's name of it. */
  type: BatchItemType
  /** What people call it. */
  name: string
  /** Something to know before choosing it. */
  note?: string
  /** A new one, with nothing in it that its author has to decide. */
  fresh: () => BatchItem
  /** Its words in one line or more; the wording of the question unless it says otherwise. */
  words?: (item: WrittenItem) => string
  /** What else there is to say of it in a record or a review copy. */
  details?: (item: WrittenItem) => readonly Detail[]
  /** Fits members that another kind left to this one; they are those of an item of any shape. */
  adopt?: (item: WrittenItem) => WrittenItem
}

/** What is said of a field to type in. */
export function typedDetails({ placeholder_text_input, validation }: WrittenItem): Detail[] {
  return [
    ['Placeholder text', [asWords(placeholder_text_input)]],
    ['Limits', [typedLimits(validation)]],
  ]
}

/** What is said of a list of choices. */
export function choiceDetails(item: WrittenItem): Detail[] {
  return [
    ['Answers', asMembers(item['options']).map(optionWords)],
    ['Participants choose', [answerLimit(item['answer_limit'])]],
    ['Placeholder text', [asWords(item['placeholder_text_input'])]],
  ]
}

/** The label, or the whole option where it has none, and what choosing it brings with it. */
function optionWords(option: unknown): string {
  if (!hasMembers(option)) return asWords(option)
  const heading = asWords(option['heading'])
  return [
    asWords(option['label']) || asWords(option),
    heading && `with a text field: “${heading}”`,
    option['exclusive'] === true && 'rules out all other answers',
  ]
    .filter(Boolean)
    .join(' – ')
}

/** How many answers may be chosen. */
function answerLimit(limit: unknown): string {
  if (limit === 1) return 'One answer'
  if (limit === -1) return 'Any number of answers'
  return typeof limit === 'number' ? `Up to ${limit} answers` : asWords(limit)
}

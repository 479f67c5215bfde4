import type { BatchItem } from '#contract/questions/question-item.ts'
import type { WrittenItem } from '#questions/kinds/kind-facts.ts'

/** What the form of a kind of item is given. */
export type ItemFormProps = {
  /** The item as it is written; its members may be of any shape. */
  item: WrittenItem
  /** Sets members; undefined takes one out. Members that are not named stay. */
  set: (members: Readonly<Record<string, unknown>>) => void
  /** Sets members and puts another item right below, as one step. */
  addBelow: (members: Readonly<Record<string, unknown>>, item: BatchItem) => void
  /** The columns that can be shown; null when the data have none, undefined when that is not known. */
  columns: readonly string[] | null | undefined
}

/** The text of a member; '' where it is no text. */
export function textIn(item: WrittenItem, member: string): string {
  const value = item[member]
  return typeof value === 'string' ? value : ''
}

/** What is written for an optional text: nothing where it is empty. */
export function orNothing(text: string): string | undefined {
  return text === '' ? undefined : text
}

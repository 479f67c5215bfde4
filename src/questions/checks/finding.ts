import { hasMembers } from '#contract/json-value.ts'
import type { ItemAddress } from '#questions/layout/address.ts'

/** Something that may be better otherwise. It never stands in anybody's way. */
export type Finding = {
  kind:
    | 'two-in-one'
    | 'repeated'
    | 'overlapping'
    | 'no-way-out'
    | 'bare-ends'
    | 'many-choices'
    | 'no-words'
    | 'nothing-of-item'
    | 'not-shown'
  /** The item, the page, or null for the questions as a whole. */
  at: ItemAddress | { page: number } | null
  sentence: string
}

/** The labels of the choices of an item; none where it has no list of choices. */
export function labelsOf(item: unknown): string[] {
  const options = hasMembers(item) ? item['options'] : null
  if (!Array.isArray(options)) return []
  return options.map((option: unknown) =>
    hasMembers(option) && typeof option['label'] === 'string' ? option['label'].trim() : '',
  )
}

/** A member of an item that is text; '' where it is not. */
export function textOf(item: unknown, member: string): string {
  const value = hasMembers(item) ? item[member] : null
  return typeof value === 'string' ? value : ''
}

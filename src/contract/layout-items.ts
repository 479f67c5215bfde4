import { hasMembers } from './json-value.ts'

type Part = Record<PropertyKey, unknown>

/** The members of a list that are objects; none where there is no list. */
export function partsOf(value: unknown): Part[] {
  return Array.isArray(value) ? value.filter(hasMembers) : []
}

/** The items of a layout of questions in the order of its pages, whatever else is in it. */
export function layoutItems(pages: unknown): Part[] {
  return partsOf(pages).flatMap((page) =>
    partsOf(page['rows']).flatMap((row) =>
      partsOf(row['columns']).flatMap((column) => partsOf(column['items'])),
    ),
  )
}

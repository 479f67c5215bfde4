import { hasMembers, valueAt } from '#contract/json-value.ts'

type Part = Record<PropertyKey, unknown>

/** The members of a list that are objects; none where there is no list. */
export function partsOf(value: unknown): Part[] {
  return Array.isArray(value) ? value.filter(hasMembers) : []
}

/** When a page is shown: once before the items, once for each item, once after them. */
export type Position = 'intro' | 'body' | 'outro'

/** When a page of any shape is shown: for each item unless it says otherwise. */
export function positionOf(page: unknown): Position {
  const position = valueAt(page, ['display_position'])
  return position === 'intro' || position === 'outro' ? position : 'body'
}

/** The items of a layout of questions in the order of its pages, whatever else is in it. */
export function layoutItems(pages: unknown): Part[] {
  return partsOf(pages).flatMap((page) =>
    partsOf(page['rows']).flatMap((row) =>
      partsOf(row['columns']).flatMap((column) => partsOf(column['items'])),
    ),
  )
}

/**
 * A layout of questions without the ids that a backend gave to its pages, rows, columns and items: in
 * another batch they would point at parts of the first one.
 */
export function withoutIds(parts: readonly unknown[]): unknown[] {
  return parts.map((part) => {
    if (typeof part !== 'object' || part === null) return part
    const { id: _id, ...rest }: Record<string, unknown> = { ...part }
    for (const key of ['rows', 'columns', 'items']) {
      const inner = rest[key]
      if (Array.isArray(inner)) rest[key] = withoutIds(inner)
    }
    return rest
  })
}

import { DEEPEST } from './values.ts'

/** Questions without the ids that the API gave to pages, rows, columns and items: they are its own. */
export function withoutServerIds(parts: readonly unknown[], depth = 0): unknown[] {
  if (depth > DEEPEST) return []
  return parts.map((part) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    const { id: _id, ...rest }: Record<string, unknown> = { ...part }
    for (const key of ['rows', 'columns', 'items']) {
      const inner = rest[key]
      if (Array.isArray(inner)) rest[key] = withoutServerIds(inner, depth + 1)
    }
    return rest
  })
}

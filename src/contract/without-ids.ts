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

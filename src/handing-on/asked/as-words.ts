/** Any JSON value as text: words as they are, nothing as '', and what has members as it is written. */
export function asWords(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === undefined || value === null) return ''
  try {
    return JSON.stringify(value)
  } catch {
    // Lists in lists without end can be read, but not written.
    return '(too deep to be shown)'
  }
}

/** The members of a list; what is no list is taken for its only member, and nothing for none. */
export function asMembers(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return value === undefined || value === null ? [] : [value]
}

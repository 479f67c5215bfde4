import { hasMembers } from '#contract/json-value.ts'

/** Any JSON value as text: words as they are, nothing as '', and what has members as it is written. */
export function asWords(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === undefined || value === null) return ''
  try {
    return JSON.stringify(value)
  } catch {
    // Lists in lists without end can be read, but not written.
    return '(nested too deeply to show)'
  }
}

/** The members of a list; what is no list is taken for its only member, and nothing for none. */
export function asMembers(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return value === undefined || value === null ? [] : [value]
}

/** "From 2 to 5", "At least 2", "At most 5", "Exactly 2"; '' without bounds, null when they are odd. */
function boundsInWords(min: unknown, max: unknown): string | null {
  const least = min ?? null
  const most = max ?? null
  if (least !== null && typeof least !== 'number') return null
  if (most !== null && typeof most !== 'number') return null
  if (least !== null && most !== null) {
    return least === most ? `Exactly ${least}` : `From ${least} to ${most}`
  }
  if (least !== null) return `At least ${least}`
  return most === null ? '' : `At most ${most}`
}

/** What may be typed as an answer; as it is written where it is odd, '' where nothing is said. */
export function typedLimits(validation: unknown): string {
  if (!hasMembers(validation)) return asWords(validation)
  const { type, min, max } = validation
  const bounds = boundsInWords(min, max)
  if (bounds === null || (type !== 'string' && type !== 'number')) return asWords(validation)
  if (type === 'number') return bounds ? `A number, ${bounds.toLowerCase()}` : 'A number'
  return bounds && `${bounds} ${max === 1 || (min === 1 && !max) ? 'character' : 'characters'}`
}

/** How many files are taken: "From 1 to 10 files". */
export function fileCount(min: unknown, max: unknown): string {
  const bounds = boundsInWords(min, max) ?? `From ${asWords(min)} to ${asWords(max)}`
  return `${bounds} ${max === 1 ? 'file' : 'files'}`
}

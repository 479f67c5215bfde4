import { hasMembers } from '#contract/json-value.ts'
import { asWords } from './as-words.ts'

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

/** How many files are taken. */
export function fileCount(min: unknown, max: unknown): string {
  const bounds = boundsInWords(min, max) ?? `From ${asWords(min)} to ${asWords(max)}`
  return `${bounds} ${max === 1 ? 'file' : 'files'}`
}

/** How many answers may be chosen. */
export function answerLimit(limit: unknown): string {
  if (limit === 1) return 'One answer'
  if (limit === -1) return 'Any number of answers'
  return typeof limit === 'number' ? `Up to ${limit} answers` : asWords(limit)
}

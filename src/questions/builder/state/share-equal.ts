import { hasMembers } from '#contract/json-value.ts'
import { sameJson } from '#questions/layout/same-json.ts'

/**
 * A value in which every list and member that is the same as before is the one from before, so that
 * what shows it need not be drawn again.
 */
export function shareEqual<T>(before: unknown, after: T): T
export function shareEqual(before: unknown, after: unknown): unknown {
  if (sameJson(before, after)) return before
  if (!hasMembers(before) || !hasMembers(after)) return after
  if (Array.isArray(after)) {
    const old: readonly unknown[] = Array.isArray(before) ? before : []
    return after.map((value: unknown, index) => {
      const same = old.find((one) => sameJson(one, value))
      return same ?? shareEqual(old[index], value)
    })
  }
  return Object.fromEntries(
    Object.entries(after).map(([name, value]) => [name, shareEqual(before[name], value)]),
  )
}

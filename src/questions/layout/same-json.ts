import { hasMembers } from '#contract/json-value.ts'

/** Whether two parsed JSON values are the same; the order of members does not count. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (!hasMembers(one) || !hasMembers(other)) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && sameJson(one[name], other[name]))
  )
}

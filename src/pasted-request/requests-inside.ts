import { hasMembers } from '#contract/json-value.ts'
import { looseJson } from './loose-json.ts'
import { isRequestLike, mentionsRequest, requestsIn } from './request-shape.ts'

/** The requests in a value, or anywhere inside of it: as objects, or as texts in JSON. */
export function requestsInside(value: unknown): Record<string, unknown>[] {
  const outer = requestsIn(value)
  if (outer.length > 0) return outer
  if (typeof value === 'string') {
    const inner = mentionsRequest(value) ? looseJson(value) : undefined
    return isRequestLike(inner) ? [inner] : []
  }
  return hasMembers(value) ? Object.values(value).flatMap(requestsInside) : []
}

import { Place } from '#contract/place.ts'

/** The place that an address is about, from its first part; null when it names none. */
export function placeOf(path: string): Place | null {
  const parsed = Place.safeParse(path.split('/')[1])
  return parsed.success ? parsed.data : null
}

/**
 * Where switching to another place leads: the form stays the form, so that its text comes along; a
 * batch or a list has no counterpart there, so it becomes the other place's list. What is no list of batches
 * is the same there.
 */
export function inOtherPlace(path: string, search: string, to: Place) {
  const [same] = /\/(?:new|drafts|import|templates)$/.exec(path) ?? ['/batches']
  const draft = same === '/new' ? new URLSearchParams(search).get('draft') : null
  return draft === null ? `/${to}${same}` : `/${to}/new?draft=${encodeURIComponent(draft)}`
}

/** By the first part of an address, which names the place: `practice`, `prolific`. */
const known = new Map<string, number>()

const placeIn = (path: string) => path.split('/')[1] ?? ''

/**
 * Notes how far a server's clock is ahead of this one, by the `Date` of its answer and the middle of
 * the time that the request took.
 */
export function noteDate(path: string, date: string | null, askedAt: number, answeredAt: number) {
  const at = Date.parse(date ?? '')
  if (!Number.isNaN(at)) known.set(placeIn(path), at - (askedAt + answeredAt) / 2)
}

/**
 * How many milliseconds the clock behind `path` is ahead of this one, to about a second; undefined
 * before it has answered.
 */
export function clockAhead(path: string): number | undefined {
  return known.get(placeIn(path))
}

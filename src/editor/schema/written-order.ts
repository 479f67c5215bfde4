/**
 * The place of an inline element among all that have been read. It tells two marks that look the same
 * apart, as in `<kbd>Ctrl</kbd><kbd>C</kbd>`, and an outer one from an inner one.
 */
const places = new WeakMap<Element, number>()
let next = 0

/** An attribute for `addAttributes` of a mark; null on marks that were not read but made. */
export const writtenOrder = {
  place: { default: null, rendered: false, parseHTML: positionOf },
}

/** The editor's parser goes through a tree from the outside in and from its start to its end. */
function positionOf(element: Element): number {
  const known = places.get(element)
  if (known !== undefined) return known
  next += 1
  places.set(element, next)
  return next
}

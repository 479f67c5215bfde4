const QUOTE_LENGTH = 24

/**
 * What people call a part of the page that is too wide: "A table", or "A long word (“Donaudampf…”)".
 * The part is `element` itself, or only `words` that stand directly in it.
 */
export function nameOverflow(element: Element, words?: string): string {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element)
  if (words === undefined) {
    if (element.matches('table')) return 'A table'
    if (element.matches('img, [data-picture]')) return 'A picture'
    if (style?.display !== 'inline') return 'A part with a fixed width'
  }
  if (element.closest('pre')) return 'A code block'
  if (style?.whiteSpace.includes('nowrap')) return 'A line that cannot break'
  const kind = element.closest('[data-link]') ? 'A link' : 'A long word'
  return `${kind} (“${longestWord(words ?? element.textContent ?? '')}”)`
}

function longestWord(text: string) {
  const word = text
    .split(/\s+/)
    .reduce((longest, next) => (next.length > longest.length ? next : longest), '')
  return word.length > QUOTE_LENGTH ? `${word.slice(0, QUOTE_LENGTH)}…` : word
}

import { parseInert } from '#html/parse/inert-document.ts'

/**
 * Whether two strings mean the same document: the same elements, attributes (in any order), text and
 * comments, however they are written. Parsed as body content, never with `DOMParser`, which would
 * move a leading comment or `<style>` out of the compared part.
 */
export function sameDom(one: string, other: string): boolean {
  return one === other || sameNodes(parseInert(one), parseInert(other))
}

/** `sameDom` for trees that are already parsed. */
export function sameNodes(one: Node, other: Node): boolean {
  // A loop over pairs instead of recursion: a hostile text can nest deeper than the stack.
  const pairs: [Node, Node][] = [[one, other]]
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const [a, b] = pair
    if (a.nodeType !== b.nodeType || a.nodeName !== b.nodeName) return false
    if (a instanceof Element && b instanceof Element && !sameAttributes(a, b)) return false
    if (a.nodeType !== Node.ELEMENT_NODE && a.nodeValue !== b.nodeValue) return false
    let left = a.firstChild
    let right = b.firstChild
    for (; left && right; left = left.nextSibling, right = right.nextSibling) {
      pairs.push([left, right])
    }
    if (left || right) return false
  }
  return true
}

function sameAttributes(one: Element, other: Element): boolean {
  if (one.attributes.length !== other.attributes.length) return false
  for (const { name, value } of one.attributes) {
    // Browsers ignore spaces around values, and the sanitiser trims them.
    if (other.getAttribute(name)?.trim() !== value.trim()) return false
  }
  return true
}

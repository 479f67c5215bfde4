import { inertDocument, parseInert, serializeFragment } from '#html/parse/inert-document.ts'
import { asParsed } from '#editor/schema/editor-dom.ts'
import { PROTECTED_PART } from '#editor/schema/editor-attributes.ts'

/** Encoded, because the sanitiser drops attributes that look like the end of a comment or a script. */
export function markupOf(html: string): Record<string, string> {
  return { [PROTECTED_PART]: encodeURIComponent(html) }
}

/** What `markupOf` wrote; '' when it is not readable. */
export function readMarkup(element: Element): string {
  try {
    return decodeURIComponent(element.getAttribute(PROTECTED_PART) ?? '')
  } catch {
    return ''
  }
}

/** Puts a box with the HTML of `node` in its place: one that is a block, or one inside a line. */
export function protect(node: ChildNode, box: 'div' | 'span'): void {
  const element = inertDocument().createElement(box)
  element.setAttribute(PROTECTED_PART, encodeURIComponent(htmlAsParsed(node)))
  node.replaceWith(element)
}

/** Puts the content of protected parts in the place of their boxes, in `fragment` itself. */
export function unpackProtectedParts(fragment: DocumentFragment): DocumentFragment {
  const boxes = [...fragment.querySelectorAll(`[${PROTECTED_PART}]`)]
  for (const box of boxes) box.replaceWith(parseInert(readMarkup(box)))
  return fragment
}

function htmlAsParsed(node: ChildNode): string {
  const fragment = inertDocument().createDocumentFragment()
  fragment.append(node.cloneNode(true))
  return serializeFragment(unpackProtectedParts(asParsed(fragment)))
}

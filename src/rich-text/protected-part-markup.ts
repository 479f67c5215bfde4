import { parseInert } from '#html/inert-document.ts'
import { wrapRuns } from './editor-dom.ts'

/** The attribute in which a protected part travels through the clipboard and the serialiser. */
export const PROTECTED_PART = 'data-protected-part'

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

/** Puts the content of protected parts in the place of their boxes, in `fragment` itself. */
export function unpackProtectedParts(fragment: DocumentFragment): DocumentFragment {
  const boxes = [...fragment.querySelectorAll(`[${PROTECTED_PART}]`)]
  for (const box of boxes) box.replaceWith(parseInert(readMarkup(box)))
  if (boxes.length > 0) wrapRuns(fragment)
  return fragment
}

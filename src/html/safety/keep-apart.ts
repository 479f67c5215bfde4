import { BLOCK_ELEMENTS } from '#html/parse/known-elements.ts'
import { lineBeside } from '#html/parse/lines.ts'

/** Elements that stand in a line and still apart from the words beside them, as a browser shows them. */
const CONTROLS = new Set(
  'label button input select option optgroup textarea output meter progress object embed canvas iframe audio video svg math marquee'.split(
    ' ',
  ),
)

/** What is taken off words by a style: they stand on a line or in a box of their own. */
const APART_BY_STYLE =
  /(?:^|[;\s])(?:display\s*:(?!\s*(?:inline\s*(?:;|!|$)|contents|none|ruby|in(?:herit|itial)|unset|revert))|position\s*:\s*(?:absolute|fixed)|float\s*:\s*(?:left|right|inline))/i

/**
 * Whether the words of an element stand apart from those beside it, so that they have to be kept apart
 * once it is gone. Of the elements that are in no standard, `<crowd-button>` and its like are parts
 * of a page; `<o:p>` and its like are formatting.
 */
export function standsApart(element: Element): boolean {
  const { localName } = element
  return (
    BLOCK_ELEMENTS.has(localName) ||
    CONTROLS.has(localName) ||
    (localName.includes('-') && !localName.includes(':')) ||
    isApartByStyle(element)
  )
}

/** The part of `standsApart` that goes with the `style` attribute. */
export function isApartByStyle(element: Element): boolean {
  return APART_BY_STYLE.test(element.getAttribute('style') ?? '')
}

/**
 * Puts a space where two words would become one if `element` were unwrapped; in it, where it holds
 * nothing to read. What ends a line keeps apart from any sign, the rest only from what does not close
 * the words before it.
 */
export function keepApart(element: Element): void {
  const meet = endsLine(element) ? linesMeet : wordsMeet
  const before = lineBeside(element, 'previousSibling')
  const after = lineBeside(element, 'nextSibling')
  const words = element.textContent
  if (words.trim() === '') {
    if (meet(before, after) && words === '') element.append(' ')
    return
  }
  if (meet(before, words)) element.before(' ')
  if (meet(words, after)) element.after(' ')
}

/** A picture is here for its alternative text, which may begin with anything. */
function endsLine(element: Element): boolean {
  return (
    BLOCK_ELEMENTS.has(element.localName) ||
    element.localName === 'br' ||
    element.localName === 'img'
  )
}

function linesMeet(one: string, other: string): boolean {
  return /\S$/.test(one) && /^\S/.test(other)
}

const OPENING_SIGN_OR_SPACE = /[\s\p{Ps}\p{Pi}]$/u
const CLOSING_SIGN_OR_SPACE = /^[\s\p{Pe}\p{Pf}.,;:!?%…'"]/u

function wordsMeet(one: string, other: string): boolean {
  if (one === '' || other === '') return false
  return !OPENING_SIGN_OR_SPACE.test(one) && !CLOSING_SIGN_OR_SPACE.test(other)
}

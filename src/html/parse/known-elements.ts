import { ALLOWED_TAGS } from '#html/safety/allow-list.ts'

/** Elements that end a line of text. Everything else is part of one. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set([
  ...'p h1 h2 h3 h4 h5 h6 hgroup blockquote pre hr ul ol li dl dt dd menu'.split(' '),
  ...'div section article header footer aside main nav address center search'.split(' '),
  ...'figure figcaption details summary form fieldset legend dialog dir listing'.split(' '),
  ...'table caption colgroup col thead tbody tfoot tr th td'.split(' '),
])

/** Elements without content, which have no end tag. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)

/** Every element of the HTML standard and its obsolete ones. */
export const KNOWN_ELEMENTS: ReadonlySet<string> = new Set([
  ...ALLOWED_TAGS.filter((name) => /^[a-z]/.test(name)),
  ...VOID_ELEMENTS,
  ...'html head body title script noscript style template slot iframe frame frameset noframes'.split(
    ' ',
  ),
  ...'form fieldset legend label input button select option optgroup datalist textarea output'.split(
    ' ',
  ),
  ...'progress meter dialog object applet video audio picture canvas map svg math marquee'.split(
    ' ',
  ),
  ...'dir listing xmp plaintext nobr noembed rb rtc bgsound basefont blink image keygen'.split(' '),
])

/** Inline formatting that the browser opens again where it was cut off. */
export const CARRIED_ELEMENTS: ReadonlySet<string> = new Set(
  'a b big code em font i nobr s small strike strong tt u'.split(' '),
)

/** Whether a node is an element that ends a line of text. */
export function isBlockElement(node: Node | null): node is Element {
  return node instanceof Element && BLOCK_ELEMENTS.has(node.localName)
}

/** Whether nodes end with words, or with what stands in a line like them. */
export function endsInLine(nodes: readonly Node[]): boolean {
  const last = nodes.findLast((node) => !isBlankText(node) && node.nodeType !== Node.COMMENT_NODE)
  return last !== undefined && !isBlockElement(last)
}

/** Whether nodes, from one of them on, begin with words, a comment, or what else may stand in a line. */
export function startsInLine(nodes: readonly Node[], from = 0): boolean {
  const first = nodes.find((node, index) => index >= from && !isBlankText(node))
  return first !== undefined && !isBlockElement(first)
}

/** Whether a node is nothing but white space that a browser folds. */
export function isBlankText(node: Node): boolean {
  return node.nodeType === Node.TEXT_NODE && !/[^ \t\r\n\f]/.test(node.nodeValue ?? '')
}

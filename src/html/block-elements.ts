/** Elements that end a line of text. Everything else is part of one. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set([
  ...'p h1 h2 h3 h4 h5 h6 hgroup blockquote pre hr ul ol li dl dt dd menu'.split(' '),
  ...'div section article header footer aside main nav address center search'.split(' '),
  ...'figure figcaption details summary form fieldset legend dialog dir listing'.split(' '),
  ...'table caption colgroup col thead tbody tfoot tr th td'.split(' '),
])

/** Whether a node is an element that ends a line of text. */
export function isBlockElement(node: Node | null): node is Element {
  return node instanceof Element && BLOCK_ELEMENTS.has(node.localName)
}

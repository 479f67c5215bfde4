import { BLOCK_ELEMENTS, KNOWN_ELEMENTS, VOID_ELEMENTS } from '#html/parse/known-elements.ts'
import { editBlocks } from '#html/parse/edit-blocks.ts'
import { inertDocument, parseInert, serializeFragment } from '#html/parse/inert-document.ts'
import { VERBATIM } from '#html/words/prose-of.ts'
import { outgoingHtml } from '#html/safety/sanitize.ts'

const TAG = /<(\/?)([a-z][a-z\d]*)((?:\s[^<>]*)?)>/gi
const ENTITY = /&(?:nbsp|amp|lt|gt|quot|#\d{2,6}|#x[\da-f]{2,5});/gi

/** Elements whose tag alone is no word in angle brackets that somebody is to fill in, like `<title>`. */
const TELLING = /^(?:h[1-6]|ul|ol|li|div|span|strong|em|table|tbody|thead|tr|td|th|blockquote)$/

/** Written in the place of `<`, `>` and `&` where they are to be markup; no text holds them. */
const LESS = '\u{f0000}'
const GREATER = '\u{f0001}'
const AMPERSAND = '\u{f0002}'
const MARKED_TAG = new RegExp(`${LESS}(/?)([^${GREATER}]*)${GREATER}`, 'gu')

/**
 * The tags and entities of HTML that participants would read as they are in `words`, which are what a
 * text shows. A name in angle brackets counts when it can only be meant as markup: it is closed too, has
 * attributes, has no end tag in HTML, or is the name of nothing else. Addresses and `a < b` do not.
 */
export function visibleMarkup(words: string): string[] {
  const closed = new Set(
    [...words.matchAll(TAG)].filter(([, slash]) => slash === '/').map(([, , name]) => lower(name)),
  )
  const tags = [...words.matchAll(TAG)].filter(([, slash, name, rest = '']) => {
    const tag = lower(name)
    if (!KNOWN_ELEMENTS.has(tag)) return false
    const isTelling = VOID_ELEMENTS.has(tag) ? /^(?:br|hr|img|wbr)$/.test(tag) : TELLING.test(tag)
    return slash === '/' || isTelling || closed.has(tag) || /\s[\w-]+\s*=/.test(rest)
  })
  return [...tags, ...words.matchAll(ENTITY)].map(([found]) => found)
}

/**
 * `html` with the tags and entities that participants would read turned into the formatting that they
 * stand for. Top-level blocks before the first and after the last keep their bytes. Null when there are
 * none, or when words would be lost or anything unsafe would come of it.
 */
export function formattingOfVisible(html: string): string | null {
  let isSound = false
  const formatted = editBlocks(html, (text) => {
    const found = new Set(visibleMarkup(readableOf(text)))
    if (found.size === 0) return
    for (const node of readableNodes(text)) node.data = marked(node.data, found)
    const nodes = [...text.childNodes]
    const span = nodes.slice(nodes.findIndex(holdsMark), nodes.findLastIndex(holdsMark) + 1)
    const rest = span.at(-1)?.nextSibling ?? null
    const markup = markupOf(span)
    const expected = parseInert(unmarked(markup.replaceAll(MARKED_TAG, '')))
    const { html: clean, removed } = outgoingHtml(unmarked(markup))
    const result = withoutBlankLines(parseInert(clean))
    isSound = removed.length === 0 && inkOf(expected) === inkOf(result)
    text.insertBefore(result, rest)
  })
  return isSound ? formatted : null
}

function holdsMark(node: Node) {
  return /[\u{f0000}\u{f0002}]/u.test(node.textContent ?? '')
}

const lower = (name = '') => name.toLowerCase()
const inkOf = (node: Node) => (node.textContent ?? '').replaceAll(/\s+/g, '')

function readableNodes(text: DocumentFragment): Text[] {
  const walker = inertDocument().createTreeWalker(text, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const around = node.parentElement?.closest([...VERBATIM].join())
    if (node instanceof Text && !around) nodes.push(node)
  }
  return nodes
}

const readableOf = (text: DocumentFragment) =>
  readableNodes(text)
    .map(({ data }) => data)
    .join('\n')

function marked(words: string, found: ReadonlySet<string>): string {
  return words
    .replace(TAG, (tag) => (found.has(tag) ? `${LESS}${tag.slice(1, -1)}${GREATER}` : tag))
    .replace(ENTITY, (entity) => (found.has(entity) ? AMPERSAND + entity.slice(1) : entity))
}

const unmarked = (markup: string) =>
  markup.replaceAll(LESS, '<').replaceAll(GREATER, '>').replaceAll(AMPERSAND, '&')

/** Takes the nodes out of their text. Paragraphs that hold tags of blocks were only lines of source. */
function markupOf(nodes: readonly ChildNode[]): string {
  const fragment = inertDocument().createDocumentFragment()
  fragment.append(...nodes)
  for (const line of fragment.querySelectorAll('p, div')) {
    const tags = [...line.textContent.matchAll(MARKED_TAG)].map(([, , tag = '']) => tag)
    const isSource = tags.some((tag) =>
      BLOCK_ELEMENTS.has(/^[a-z\d]*/i.exec(tag)?.[0].toLowerCase() ?? ''),
    )
    if (!isSource) continue
    for (const lineBreak of line.querySelectorAll('br')) lineBreak.replaceWith('\n')
    line.replaceWith(...line.childNodes, '\n')
  }
  return serializeFragment(fragment)
}

/** What is left of a paragraph where the one that was written in it begins. */
function withoutBlankLines(fragment: DocumentFragment): DocumentFragment {
  for (const line of fragment.querySelectorAll('p:not([style]):empty')) line.remove()
  return fragment
}

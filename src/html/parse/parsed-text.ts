import { isBlockElement } from './known-elements.ts'
import { parseInert } from './inert-document.ts'
import { proseOf, type Prose } from '#html/words/prose-of.ts'
import type { TextPosition } from './edit-blocks.ts'

/** A text as nodes, and the way to say where in it something is. */
export interface ParsedText {
  fragment: DocumentFragment
  /** Its words, block by block. */
  prose: () => readonly Prose[]
  /**
   * The place of an element, or of words that no element surrounds. `quote` stands for the first words
   * where others say more.
   */
  positionOf: (element: Element | null, quote?: string) => TextPosition
}

/** Something to know about a place in a text. */
export interface Finding {
  /** What it is about, in a few words; findings that say the same are listed together. */
  what: string
  position: TextPosition
  /** Why it matters or what to do about it, in one sentence. */
  advice?: string
  /** What mends it: new HTML from the present one, which may have changed since. */
  fix?: { label: string; apply: (html: string) => string }
}

/** Something that may be worth a look in a text: pure, in the order of the text. */
export type ContentCheck = (text: ParsedText) => Finding[]

/** No element has this name: a place that only its words say. */
const WORDS_ONLY = 'text'

/** Parses `html` for reading, uncleaned. */
export function parseText(html: string): ParsedText {
  const fragment = parseInert(html)
  let order: Map<Element, number> | undefined
  let prose: Prose[] | undefined
  return {
    fragment,
    prose: () => (prose ??= proseOf(fragment)),
    positionOf: (element, quote) => {
      if (!element) return { selector: WORDS_ONLY, nth: 0, quote: shortened(quote ?? '') }
      order ??= orderOf(fragment)
      const nth = order.get(element) ?? 0
      return { selector: element.localName, nth, quote: shortened(quote ?? wordsAt(element)) }
    },
  }
}

/** The element at a place of a parsed text, or null when it is there no more. */
export function elementAt(text: ParentNode, { selector, nth }: TextPosition): Element | null {
  return text.querySelectorAll(selector)[nth] ?? null
}

const QUOTE_LENGTH = 60

/** The words of an element, or of the line it stands in when it has none of its own. */
function wordsAt(element: Element): string {
  const own = wordsOf(element).trim() || element.getAttribute('alt')
  return own || (element.parentElement ? wordsOf(element.parentElement) : '')
}

/** With a space where a line ends, and no more words than are quoted. */
function wordsOf(node: Node): string {
  let words = ''
  for (const child of node.childNodes) {
    if (words.length > QUOTE_LENGTH * 2) break
    if (!(child instanceof Element))
      words += child.nodeType === Node.TEXT_NODE ? child.nodeValue : ''
    else if (child.localName === 'br') words += ' '
    else words += isBlockElement(child) ? ` ${wordsOf(child)} ` : wordsOf(child)
  }
  return words
}

/** Words in one line, cut after about sixty characters. */
function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > QUOTE_LENGTH ? `${line.slice(0, QUOTE_LENGTH - 1).trimEnd()}…` : line
}

function orderOf(fragment: DocumentFragment): Map<Element, number> {
  const counts = new Map<string, number>()
  const order = new Map<Element, number>()
  for (const element of fragment.querySelectorAll('*')) {
    const nth = counts.get(element.localName) ?? 0
    order.set(element, nth)
    counts.set(element.localName, nth + 1)
  }
  return order
}

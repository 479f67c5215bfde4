import { isBlockElement } from '#html/parse/known-elements.ts'

/** Words in one line of thought: those of a block, without those of the blocks in it. */
export interface Prose {
  /** The block; null for words that no block surrounds. */
  block: Element | null
  text: string
}

/** What is in these is quoted as it is, and is no prose. */
export const VERBATIM: ReadonlySet<string> = new Set('code pre kbd samp script style'.split(' '))

/** The prose of a text, in order. Code in it is left out. */
export function proseOf(fragment: DocumentFragment): Prose[] {
  const found: Prose[] = []
  const visit = (parent: ParentNode & Node, block: Element | null) => {
    let text = ''
    const endRun = () => {
      if (text.trim() !== '') found.push({ block, text })
      text = ''
    }
    for (const node of parent.childNodes) {
      if (!(node instanceof Element)) text += node.nodeType === Node.TEXT_NODE ? node.nodeValue : ''
      else if (isBlockElement(node)) {
        endRun()
        if (!VERBATIM.has(node.localName)) visit(node, node)
      } else text += wordsOf(node)
    }
    endRun()
  }
  visit(fragment, null)
  return found
}

function wordsOf(inline: Element): string {
  if (VERBATIM.has(inline.localName)) return ''
  if (inline.localName === 'br') return '\n'
  let words = ''
  for (const node of inline.childNodes) {
    if (node instanceof Element) words += wordsOf(node)
    else if (node.nodeType === Node.TEXT_NODE) words += node.nodeValue
  }
  return words
}

import { parseInert } from '#html/parse/inert-document.ts'
import { isBlockElement } from '#html/parse/known-elements.ts'

const PARTS = 'p, li, h1, h2, h3, h4, h5, h6, td, th, div, blockquote, pre, dt, dd, br'

/** The words of `html` in one line, with a space where one part ends and the next begins. Needs a DOM. */
export function readableText(html: string): string {
  const fragment = parseInert(html)
  for (const part of fragment.querySelectorAll(PARTS)) part.after(' ')
  return (fragment.textContent ?? '').replace(/\s+/g, ' ').trim()
}

/** The words of a fragment, with a line for each part of it that has words. Spaces are as a page shows them. */
export function readableLines(fragment: DocumentFragment): string {
  let words = ''
  const visit = (parent: ParentNode & Node) => {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) words += node.nodeValue?.replace(/\s+/g, ' ') ?? ''
      else if (isBlockElement(node)) {
        words += '\n'
        visit(node)
        words += '\n'
      } else if (node instanceof Element) {
        if (node.localName === 'br') words += '\n'
        visit(node)
      }
    }
  }
  visit(fragment)
  return words.replace(/ *\n\s*/g, '\n').trim()
}

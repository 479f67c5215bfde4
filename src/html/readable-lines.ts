import { isBlockElement } from './block-elements.ts'

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

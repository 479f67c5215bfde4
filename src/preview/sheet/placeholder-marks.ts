import { BLOCK_ELEMENTS } from '#html/parse/known-elements.ts'
import { openPlaceholdersIn } from '#html/checks/open-placeholders.ts'

/** What the page's style sheet calls them. */
const NAME = 'open-placeholder'

/** What is in these is quoted as it is. */
const VERBATIM = new Set('code pre kbd samp'.split(' '))

/** Marks the placeholders in nodes that have come; returns how to forget them when the nodes go. */
export type MarkPlaceholders = (nodes: readonly Node[]) => () => void

/**
 * The way to mark in `page` what is still to be filled in. The browser draws the marks over the text:
 * no node of it changes. A browser that cannot draw them shows the text alone.
 */
export function createPlaceholderMarks(page: Document): MarkPlaceholders {
  // Older browsers lack it, whatever the types say.
  const view = page.defaultView as Partial<Window & typeof globalThis> | null
  const highlights = view?.CSS?.highlights
  if (!highlights || !view?.Highlight) return () => () => {}
  const marks = new view.Highlight()
  highlights.set(NAME, marks)
  return (nodes) => {
    const ranges = rangesIn(page, nodes)
    for (const range of ranges) marks.add(range)
    return () => {
      for (const range of ranges) marks.delete(range)
    }
  }
}

function rangesIn(page: Document, nodes: readonly Node[]): Range[] {
  let words = ''
  const texts: { node: Node; start: number }[] = []
  // By names: the nodes of a frame are no instances of this page's classes.
  const visit = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      texts.push({ node, start: words.length })
      words += node.nodeValue ?? ''
      return
    }
    const name = node.nodeName.toLowerCase()
    const edge = BLOCK_ELEMENTS.has(name) || name === 'br' ? '\n' : ''
    words += edge
    if (VERBATIM.has(name)) words += '\ufffc'
    else for (const child of node.childNodes) visit(child)
    words += edge
  }
  for (const node of nodes) visit(node)

  return openPlaceholdersIn(words).flatMap(({ words: placeholder, index }) => {
    const end = index + placeholder.length
    const first = texts.findLast(({ start }) => start <= index)
    const last = texts.findLast(({ start }) => start < end)
    if (!first || !last) return []
    const range = page.createRange()
    range.setStart(first.node, index - first.start)
    range.setEnd(last.node, end - last.start)
    return [range]
  })
}

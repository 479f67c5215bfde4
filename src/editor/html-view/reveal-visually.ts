import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { parseInert } from '#html/parse/inert-document.ts'
import type { TextPosition } from '#html/parse/edit-blocks.ts'
import { rangeOfPosition, rangeOfWords } from './find-place.ts'
import { inkPositionInHtml, positionInDocument } from './ink.ts'

/** Selects a place of the text in the visual editor and scrolls to it; `html` is the text. */
export function revealVisually(editor: Editor, html: string, position: TextPosition): void {
  const { view, state } = editor
  const element = elementAt(view.dom, html, position)
  const range = element
    ? null
    : (rangeOfPosition(html, position) ?? rangeOfWords(html, position.quote))
  if (!element && !range) return
  const tr = state.tr
  if (element) {
    const inside = view.posAtDOM(element, 0)
    const node = tr.doc.nodeAt(inside)
    if (node?.isAtom && !node.isText && NodeSelection.isSelectable(node)) {
      tr.setSelection(NodeSelection.create(tr.doc, inside))
    } else {
      const end = view.posAtDOM(element, element.childNodes.length)
      const { from, to } = wordsAmong(tr.doc, inside, end, position.quote) ?? {
        from: inside,
        to: end,
      }
      tr.setSelection(TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to)))
    }
  } else if (range) {
    const at = positionInDocument(tr.doc, { ...inkPositionInHtml(html, range.from), ahead: true })
    const node = tr.doc.nodeAt(at)
    const isPart = node?.isAtom && !node.isText && NodeSelection.isSelectable(node)
    tr.setSelection(
      isPart ? NodeSelection.create(tr.doc, at) : TextSelection.near(tr.doc.resolve(at)),
    )
  }
  view.dispatch(tr.scrollIntoView())
  view.focus()
}

/**
 * The editor's own element for a place. It may have more of a name than the text (a paragraph in each
 * list item), so those count that say the same.
 */
function elementAt(
  root: HTMLElement,
  html: string,
  { selector, nth }: TextPosition,
): Element | null {
  if (selector === '') return null
  const written = [...parseInert(html).querySelectorAll(selector)]
  const target = written[nth]
  if (!target) return null
  const isSame = (element: Element) => said(element) === said(target)
  const before = written.slice(0, nth).filter(isSame).length
  return [...root.querySelectorAll(selector)].filter(isSame)[before] ?? null
}

/**
 * The quoted words, where they are a part of what stands between two positions: such as a placeholder,
 * which is then typed over. Null when the quotation is all of it, or a cut one.
 */
function wordsAmong(doc: Node, from: number, to: number, quote: string) {
  let found: { from: number; to: number } | null = null
  doc.nodesBetween(from, to, (node, position) => {
    if (!node.isTextblock || found) return !found
    const words = node.textBetween(0, node.content.size, undefined, '\ufffc')
    const at = quote === '' || words === quote ? -1 : words.indexOf(quote)
    const start = position + 1 + at
    if (at >= 0) found = { from: start, to: start + quote.length }
    return false
  })
  return found
}

function said(element: Element): string {
  const words = (element.textContent ?? '').replaceAll(/\s+/g, '')
  return words || (element.getAttribute('alt') ?? '')
}

import type { Editor } from '@tiptap/core'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { parseInert } from '#html/inert-document.ts'
import type { TextPlace } from '#html/text-place.ts'
import { rangeOfPlace, rangeOfWords } from './find-place.ts'
import { inkPlaceInHtml, positionInDocument } from './ink.ts'

/** Selects a place of the text in the visual editor and scrolls to it; `html` is the text. */
export function revealVisually(editor: Editor, html: string, place: TextPlace): void {
  const { view, state } = editor
  const element = elementAt(view.dom, html, place)
  const range = element ? null : (rangeOfPlace(html, place) ?? rangeOfWords(html, place.quote))
  if (!element && !range) return
  const tr = state.tr
  if (element) {
    const inside = view.posAtDOM(element, 0)
    const node = tr.doc.nodeAt(inside)
    if (node?.isAtom && !node.isText && NodeSelection.isSelectable(node)) {
      tr.setSelection(NodeSelection.create(tr.doc, inside))
    } else {
      const end = view.posAtDOM(element, element.childNodes.length)
      tr.setSelection(TextSelection.between(tr.doc.resolve(inside), tr.doc.resolve(end)))
    }
  } else if (range) {
    const at = positionInDocument(tr.doc, { ...inkPlaceInHtml(html, range.from), ahead: true })
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
function elementAt(root: HTMLElement, html: string, { selector, nth }: TextPlace): Element | null {
  if (selector === '') return null
  const written = [...parseInert(html).querySelectorAll(selector)]
  const target = written[nth]
  if (!target) return null
  const isSame = (element: Element) => said(element) === said(target)
  const before = written.slice(0, nth).filter(isSame).length
  return [...root.querySelectorAll(selector)].filter(isSame)[before] ?? null
}

function said(element: Element): string {
  const words = (element.textContent ?? '').replaceAll(/\s+/g, '')
  return words || (element.getAttribute('alt') ?? '')
}

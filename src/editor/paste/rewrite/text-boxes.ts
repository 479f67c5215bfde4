import { parsePasted } from '#html/parse/parse-pasted.ts'
import { BLOCK_ELEMENTS } from '#html/parse/known-elements.ts'
import { inertDocument } from '#html/parse/inert-document.ts'
import { elementOf } from './line-writer.ts'
import { indentationOf } from '#editor/paste/read/style-of.ts'

/** Where the words of a drawing stand, in VML and in the two forms of DrawingML. */
const BOXES = /^(?:v:textbox|wps:txbx|w:txbxcontent|v:textpath)$/

/** What Word calls the picture of a text box, with its words behind it. */
const NAMED =
  /^(?:Text Box|Textfeld|Zone de texte|Cuadro de texto|Casella di testo|Tekstvak|Caixa de texto)\s*:\s*(\S.*)$/su

/** Never a word of the text: field codes, and what tracked changes have deleted. */
const CODES = new Set(['w:instrtext', 'w:deltext', 'w:delinstrtext'])

/**
 * Brings into the text, in place, the words of Word's text boxes and drawings, which stand in comments
 * that only Word reads; a browser gets a picture of them, which goes. A box that is there for browsers
 * as well is left as it is.
 */
export function writeTextBoxes(root: DocumentFragment): void {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_COMMENT)
  const comments: Comment[] = []
  while (walker.nextNode()) {
    const comment = walker.currentNode
    const hasBox = /<(?:v:text|wps:txbx|w:txbxContent)/i.test(comment.nodeValue ?? '')
    if (hasBox && comment instanceof Comment) comments.push(comment)
  }
  for (const comment of comments) writeBoxesOf(comment, root)
  for (const picture of root.querySelectorAll('img')) {
    const [, words] = NAMED.exec(picture.getAttribute('alt')?.trim() ?? '') ?? []
    if (words === undefined) continue
    const line = elementOf('p')
    line.textContent = words
    insertBeside(picture, [line])
    picture.remove()
  }
}

function writeBoxesOf(comment: Comment, root: DocumentFragment): void {
  const content = parsePasted(
    comment.data.replace(/^\[if[^\]]*\]>/i, '').replace(/<!\[endif\]$/i, ''),
  )
  const shown = wordsBehind(comment, root)
  const shapes: string[] = []
  const boxes: Element[] = []
  for (const box of boxesOf(content)) {
    const lines = linesOf(box)
    const words = tidy(lines.textContent ?? '')
    if (words === '') continue
    const shape = box.closest('[id]')?.id ?? ''
    if (shape !== '') shapes.push(shape)
    if (!isShown(shape, root) && !shown.includes(words)) boxes.push(lines)
  }
  insertBeside(comment, boxes)
  for (const picture of root.querySelectorAll('img')) {
    const of = (picture.getAttribute('v:shapes') ?? '').split(/\s+/)
    if (shapes.some((shape) => of.includes(shape))) picture.remove()
  }
}

/** The outermost boxes; where a drawing is there twice, for old programs too, those of the new form. */
function boxesOf(content: DocumentFragment): Element[] {
  const all = [...content.querySelectorAll('*')]
  for (const fallback of all.filter(({ localName }) => localName === 'mc:fallback')) {
    if (fallback.parentElement?.firstElementChild?.localName === 'mc:choice') fallback.remove()
  }
  const boxes = all.filter((element) => BOXES.test(element.localName) && content.contains(element))
  return boxes.filter((box) => !boxes.some((other) => other !== box && other.contains(box)))
}

function linesOf(box: Element): Element {
  const lines = elementOf('div')
  if (box.localName === 'v:textpath') lines.append(box.getAttribute('string') ?? '')
  else lines.append(...box.childNodes)
  for (const element of lines.querySelectorAll('*')) {
    if (CODES.has(element.localName)) element.remove()
    if (element.localName !== 'w:p') continue
    const line = elementOf('p')
    line.append(...element.childNodes)
    element.replaceWith(line)
  }
  return lines
}

/** Whether a shape is there for browsers too, as a box of HTML. */
function isShown(shape: string, root: DocumentFragment): boolean {
  if (shape === '') return false
  return [...root.querySelectorAll('div, td, span')].some(
    (element) => element.getAttribute('v:shape') === shape && element.textContent?.trim() !== '',
  )
}

/** The words that a browser shows close behind a comment. */
function wordsBehind(comment: Comment, root: DocumentFragment): string {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  walker.currentNode = comment
  let words = ''
  while (words.length < comment.data.length && walker.nextNode()) {
    words += ` ${walker.currentNode.nodeValue ?? ''}`
  }
  return tidy(words)
}

const tidy = (text: string) => text.replaceAll(/[\s\u00a0]+/g, ' ').trim()

/** Puts boxes before the line of `node`, or behind it when there are words before it in the line. */
function insertBeside(node: ChildNode, boxes: readonly Element[]): void {
  const line = lineOf(node)
  if (!line || boxes.length === 0) {
    node.before(...boxes)
    return
  }
  // As far in as its line, it belongs to the same item.
  const indentation = indentationOf(line)
  if (indentation > 0) {
    for (const box of boxes) box.setAttribute('style', `margin-left:${indentation}pt`)
  }
  const range = inertDocument().createRange()
  range.setStart(line, 0)
  range.setEndBefore(node)
  if (range.toString().trim() === '') line.before(...boxes)
  else line.after(...boxes)
}

function lineOf(node: Node): Element | null {
  let around = node.parentElement
  while (around && !BLOCK_ELEMENTS.has(around.localName)) around = around.parentElement
  return around && /^(?:p|h\d|pre)$/.test(around.localName) ? around : null
}

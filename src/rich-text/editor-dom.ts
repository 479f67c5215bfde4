import { isBlockElement } from '#html/block-elements.ts'
import { inertDocument } from '#html/inert-document.ts'

/**
 * Prepares parsed source for the editor's schema, in place: text that stands in a list item or a
 * quote without `<p>` gets one that says so, and the `<br>` that only keeps a blank line open goes,
 * because the editor draws its own. The schema's paragraph reads the marks that this leaves.
 */
export function toEditorDom(fragment: DocumentFragment): DocumentFragment {
  for (const paragraph of fragment.querySelectorAll('li > p')) {
    paragraph.setAttribute('data-wrapping', 'p')
  }
  for (const container of fragment.querySelectorAll('li, blockquote')) {
    wrapRuns(container, 'none')
  }
  for (const line of fragment.querySelectorAll('p, h1, h2, h3')) dropLoneBreak(line)
  return fragment
}

/**
 * Turns what the schema wrote into tidy HTML, in place: `<li>x</li>`, not `<li><p>x</p></li>`; blank
 * lines are `<p><br></p>`, because an empty paragraph has no height for participants; nothing of the
 * editor's own remains.
 */
export function tidyEditorDom(fragment: DocumentFragment): DocumentFragment {
  for (const line of fragment.querySelectorAll('p, h1, h2, h3')) {
    const bare = line.localName === 'p' && standsBare(line)
    line.removeAttribute('data-wrapping')
    if (bare) line.replaceWith(...line.childNodes)
    else if (!line.firstChild) line.append(inertDocument().createElement('br'))
  }
  return fragment
}

/**
 * Evens out, in place, what the editor may change because it shows the same: text outside any block
 * gets its paragraph, and the `<br>` of a blank line goes.
 */
export function comparable(fragment: DocumentFragment): DocumentFragment {
  wrapRuns(fragment)
  for (const line of fragment.querySelectorAll('p, h1, h2, h3, li')) dropLoneBreak(line)
  return fragment
}

/** Puts text and inline elements that stand between blocks into paragraphs. */
export function wrapRuns(container: Node, wrapping?: 'none'): void {
  let run: ChildNode[] = []
  const wrap = () => {
    const [first] = run
    if (first && run.some((node) => !isSpace(node))) {
      const paragraph = inertDocument().createElement('p')
      if (wrapping) paragraph.setAttribute('data-wrapping', wrapping)
      first.before(paragraph)
      paragraph.append(...run)
    }
    run = []
  }
  for (const child of Array.from(container.childNodes)) {
    if (isBlockElement(child)) wrap()
    else run.push(child)
  }
  wrap()
}

/** A paragraph without `<p>`: as it was written, or the only one of a list item. */
function standsBare(paragraph: Element): boolean {
  const parent = paragraph.parentElement
  const wrapping = paragraph.getAttribute('data-wrapping')
  if (!parent || wrapping === 'p') return false
  // Two without `<p>` next to each other would run together.
  const alone = paragraph.previousSibling === null || isBlockElement(paragraph.previousSibling)
  if (parent.localName === 'li') {
    return alone && (wrapping === 'none' || parent.querySelectorAll(':scope > p').length === 1)
  }
  return parent.localName === 'blockquote' && alone && wrapping === 'none'
}

function dropLoneBreak(line: Element): void {
  const content = [...line.childNodes].filter((node) => !isSpace(node))
  const [only] = content
  if (content.length === 1 && only instanceof Element && only.localName === 'br') only.remove()
}

function isSpace(node: Node): boolean {
  return node.nodeType === Node.TEXT_NODE && !/[^ \t\r\n\f]/.test(node.nodeValue ?? '')
}

import { isHidden } from '#editor/paste/read/style-of.ts'
import type { PasteReport } from '#editor/paste/paste-report.ts'

/** Never shown, or shown by something that has no place in a text. */
const UNSHOWN =
  'style, script, title, meta, link, base, xml, template, noscript, head, svg, object, embed, iframe, audio, video, canvas, map, input[type="hidden" i], [hidden]'

const COMMENTS =
  '.msocomanchor, .MsoCommentReference, .msocomtxt, .msocomoff, a[href^="#_msocom"], a[href^="#cmnt"]'

/** Labels of the buttons that chat pages and manuals put around code. */
const COPY_LABEL = /^(?:copy(?: code| to clipboard)?|copied!?|edit|wrap|run|download)$/i

/**
 * Takes out, in place, what a reader of the original did not see as text: hidden parts, reviewers'
 * comments, passages deleted by tracked changes, program code. Inserted passages become ordinary text.
 */
export function leaveOut(root: DocumentFragment, report: PasteReport): void {
  report.drawings += [...root.querySelectorAll('svg')].filter(hasWords).length
  for (const element of root.querySelectorAll(UNSHOWN)) element.remove()
  // Office's own elements, such as <o:p> and <st1:place>, mean nothing here; their words do.
  for (const element of root.querySelectorAll('*')) {
    if (element.localName.includes(':')) element.replaceWith(...element.childNodes)
  }
  for (const button of root.querySelectorAll('button')) {
    if (COPY_LABEL.test(button.textContent?.trim() ?? '') && !isInText(button)) button.remove()
  }
  for (const element of root.querySelectorAll('[style]')) {
    if (isHidden(element)) element.remove()
  }
  leaveOutComments(root, report)
  leaveOutDeleted(root, report)
}

/** Whether words can be read in a drawing, other than its name. */
function hasWords(drawing: Element): boolean {
  if (drawing.parentElement?.closest('svg, [hidden], [style*="display:none" i]')) return false
  return [...drawing.querySelectorAll('text, foreignObject')].some((part) =>
    /[\p{L}\p{N}]/u.test(part.textContent ?? ''),
  )
}

/** Whether a button is spoken of ("Press [Run]"), or is one of a form. */
function isInText(button: Element): boolean {
  const around = button.parentElement?.closest(':not(b, em, font, i, span, strong, u)')
  if (!around || button.closest('pre')) return false
  if (around.matches('form, p, li, dd, td, th, label, h1, h2, h3, h4, h5, h6')) return true
  return [...around.childNodes].some((node) => !(node instanceof Element) && isSeen(node))
}

const isSeen = (node: Node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== ''

function leaveOutComments(root: DocumentFragment, report: PasteReport): void {
  for (const element of root.querySelectorAll('[style*="comment-list" i]')) element.remove()
  const places = new Set<string>()
  for (const element of root.querySelectorAll(COMMENTS)) {
    const href = element.getAttribute('href')
    if (href !== null) places.add(href)
    element.remove()
  }
  report.comments += places.size
}

function leaveOutDeleted(root: DocumentFragment, report: PasteReport): void {
  // Only those that name their author or date: on web pages <del> is a way to strike words out.
  for (const element of root.querySelectorAll('del[cite], del[datetime], .msoDel, .msodel')) {
    if (element.textContent?.trim()) report.deletions += 1
    element.remove()
  }
  for (const element of root.querySelectorAll('ins[cite], ins[datetime], .msoIns, .msoins')) {
    element.replaceWith(...element.childNodes)
  }
}

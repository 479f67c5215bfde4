import { inertDocument } from '#html/inert-document.ts'

/** An element around `content`, without the space at the start and the end of its line. */
export function newElement(tag: string, ...content: (Node | string)[]): Element {
  const element = inertDocument().createElement(tag)
  element.append(...content)
  element.normalize()
  const first = element.firstChild
  if (first instanceof Text) first.data = first.data.trimStart()
  const last = element.lastChild
  if (last instanceof Text) last.data = last.data.trimEnd()
  return element
}

/** Whether there is nothing to see: no word and no picture. */
export function isEmpty(element: Element): boolean {
  return element.textContent.trim() === '' && element.querySelector('img') === null
}

import { findOverflow } from './find-overflow.ts'

/** Left above what is pointed out, so that it does not stick to the edge. */
const MARGIN_PX = 48

/** Frames everything that is wider than `page` and scrolls to the widest part. */
export function pointOutOverflow(page: Document) {
  clearOverflow(page)
  const found = findOverflow(page)
  for (const { element } of found) element.setAttribute('data-too-wide', '')
  const top = found[0]?.element.getBoundingClientRect().top
  if (top === undefined) return
  page.defaultView?.scrollBy({ top: top - MARGIN_PX })
}

/** Takes the frames away again. */
export function clearOverflow(page: Document) {
  for (const element of page.querySelectorAll('[data-too-wide]')) {
    element.removeAttribute('data-too-wide')
  }
}

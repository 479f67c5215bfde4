import { parseInert } from './inert-document.ts'

const PARTS = 'p, li, h1, h2, h3, h4, h5, h6, td, th, div, blockquote, pre, dt, dd, br'

/** The words of `html` in one line, with a space where one part ends and the next begins. Needs a DOM. */
export function readableText(html: string): string {
  const fragment = parseInert(html)
  for (const part of fragment.querySelectorAll(PARTS)) part.after(' ')
  return (fragment.textContent ?? '').replace(/\s+/g, ' ').trim()
}

import { inertDocument } from '#html/parse/inert-document.ts'

/** An element with words of ours in it, as text. */
export function inertElement(name: string, words = '') {
  const element = inertDocument().createElement(name)
  element.textContent = words
  return element
}

/** An element with words of a researcher in it, which may run from right to left, as text. */
export function foreignWords(name: string, words: string) {
  const element = inertElement(name, words)
  element.dir = 'auto'
  return element
}

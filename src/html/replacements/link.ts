import type { Replacement } from './replacement.ts'
import { isBlockElement } from '#html/parse/known-elements.ts'
import { lineBeside } from '#html/parse/lines.ts'
import { newElement } from './new-element.ts'

/** A picture as its alternative text, followed by its address in brackets. */
export const picture: Replacement = {
  label: 'Replace it with its description',
  replace: (element) => {
    const alt = element.getAttribute('alt')?.trim() ?? ''
    const source = element.getAttribute('src') ?? ''
    // Without words of its own a picture is decoration, and its address would say nothing.
    const address = /^https?:/i.test(source) && element.getAttribute('alt') !== '' ? source : ''
    const words = [alt, address && `(${address})`].filter(Boolean).join(' ')
    const isAlone = !element.parentElement && !hasNeighbour(element)
    element.replaceWith(isAlone && words ? newElement('p', words) : apart(words, element))
  },
}

/** A link as its words, followed by its address in brackets unless the words say it already. */
export const link: Replacement = {
  label: 'Write out the address',
  replace: (element) => {
    const address = writtenAddress(element.getAttribute('href') ?? '')
    const words = element.textContent.trim()
    const isSaid = address === '' || bare(words).includes(bare(address))
    if (!isSaid) element.append(words === '' ? address : ` (${address})`)
    element.replaceWith(...element.childNodes)
  },
}

/** What a reader can use: no anchors within the page, no `mailto:`. */
function writtenAddress(href: string): string {
  const address = href.trim().replace(/^(?:mailto|tel):/i, '')
  return address.startsWith('#') ? '' : address
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '')
}

/** The words with spaces where they would run into those beside the picture. */
function apart(words: string, element: Element): string {
  if (words === '') return ''
  const before = /[^\s\p{Ps}\p{Pi}"']$/u.test(lineBeside(element, 'previousSibling'))
  const after = /^[\p{L}\p{N}\p{Ps}\p{Pi}]/u.test(lineBeside(element, 'nextSibling'))
  return `${before ? ' ' : ''}${words}${after ? ' ' : ''}`
}

/** Whether there are words in the same line. */
function hasNeighbour({ previousSibling, nextSibling }: Element): boolean {
  return [previousSibling, nextSibling].some(
    (node) => node !== null && !isBlockElement(node) && node.textContent?.trim(),
  )
}

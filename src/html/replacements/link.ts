import type { Replacement } from './replacement.ts'

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

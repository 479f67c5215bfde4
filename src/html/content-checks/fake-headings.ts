import { editBlocks } from '#html/edit-blocks.ts'
import { elementAt, type ContentCheck } from '#html/parsed-text.ts'

const LONGEST = 60

/** Short paragraphs that are bold from end to end, with a text below: headings to the eye alone. */
export const fakeHeadings: ContentCheck = ({ fragment, placeOf }) =>
  [...fragment.querySelectorAll('p')].filter(looksLikeHeading).map((paragraph) => {
    const place = placeOf(paragraph)
    return {
      what: 'Bold line that looks like a heading',
      place,
      advice: 'As a heading it is found by screen readers and keeps its size.',
      fix: {
        label: 'Make it a subtitle',
        apply: (html: string) => editBlocks(html, (text) => makeHeading(elementAt(text, place))),
      },
    }
  })

function looksLikeHeading(paragraph: Element): boolean {
  const words = paragraph.textContent.trim()
  const next = paragraph.nextElementSibling
  return (
    words !== '' &&
    words.length <= LONGEST &&
    // A whole sentence in bold is a warning, not a heading.
    !/[.!;,…。！]$/.test(words) &&
    !paragraph.querySelector('br, a, img') &&
    isBold(paragraph) &&
    next !== null &&
    /^(?:p|ul|ol|table|blockquote|div)$/.test(next.localName) &&
    !isBold(next)
  )
}

/** Whether all words stand in bold elements. */
function isBold(block: Element): boolean {
  return [...block.childNodes].every((node) => {
    if (node.textContent?.trim() === '') return true
    if (!(node instanceof Element)) return false
    return /^(?:b|strong)$/.test(node.localName) || isBold(node)
  })
}

function makeHeading(paragraph: Element | null): void {
  if (!paragraph) return
  const heading = paragraph.ownerDocument.createElement('h2')
  heading.append(...paragraph.childNodes)
  for (const bold of heading.querySelectorAll('b, strong')) bold.replaceWith(...bold.childNodes)
  paragraph.replaceWith(heading)
}

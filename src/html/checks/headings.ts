import { editBlocks } from '#html/parse/edit-blocks.ts'
import { elementAt, type ContentCheck } from '#html/parse/parsed-text.ts'

/** Headings that skip a level, such as a small heading right below a title. */
export const headingOrder: ContentCheck = ({ fragment, positionOf }) => {
  let above = 0
  return [...fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')].flatMap((heading) => {
    const level = Number(heading.localName.slice(1))
    const skips = above > 0 && level > above + 1
    const advice = `A level ${level} heading follows a level ${above} heading. Screen readers announce the gap.`
    above = level
    return skips
      ? [{ what: 'Heading that skips a level', position: positionOf(heading), advice }]
      : []
  })
}

/** Headings without a word or a described picture. */
export const emptyHeadings: ContentCheck = ({ fragment, positionOf }) =>
  [...fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .filter((heading) => heading.textContent.trim() === '' && !heading.querySelector('img'))
    .map((heading) => {
      const position = positionOf(heading, '')
      return {
        what: 'Empty heading',
        position: position,
        advice: 'Screen readers still announce it.',
        fix: {
          label: 'Remove it',
          apply: (html: string) => editBlocks(html, (text) => elementAt(text, position)?.remove()),
        },
      }
    })

const LONGEST = 60

/** Short paragraphs that are bold from end to end, with a text below: headings to the eye alone. */
export const fakeHeadings: ContentCheck = ({ fragment, positionOf }) =>
  [...fragment.querySelectorAll('p')].filter(looksLikeHeading).map((paragraph) => {
    const position = positionOf(paragraph)
    return {
      what: 'Bold line that looks like a heading',
      position: position,
      advice: 'Screen readers find real headings, and real headings keep their size.',
      fix: {
        label: 'Make it a subtitle',
        apply: (html: string) => editBlocks(html, (text) => makeHeading(elementAt(text, position))),
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

import { editBlocks } from '#html/parse/edit-blocks.ts'
import { elementAt, type ContentCheck } from '#html/parse/parsed-text.ts'

const VAGUE =
  /^(?:(?:please )?(?:click|tap|press|go|see|read|look) (?:here|this|more|on)(?: link)?|here|this|this (?:link|page|site|website)|link|(?:the|a) link|more|more info(?:rmation)?|(?:read|learn|find out) more|details|page|website|web ?page|click|url|go)$/i

/** Links whose words do not say where they lead. A bare address does. */
export const vagueLinks: ContentCheck = ({ fragment, positionOf }) =>
  [...fragment.querySelectorAll('a[href]')]
    .filter((link) => VAGUE.test(wordsOf(link)))
    .map((link) => ({
      what: 'Link text that does not say where it leads',
      position: positionOf(link),
      advice: 'People who move from link to link hear only these words.',
    }))

/** Addresses that begin with `http:`: not encrypted, and some browsers warn of them. */
export const httpLinks: ContentCheck = ({ fragment, positionOf }) =>
  [...fragment.querySelectorAll('a[href^="http:" i]')].map((link) => ({
    what: 'Link that is not secure',
    position: positionOf(link, link.getAttribute('href') ?? ''),
    advice:
      'It starts with http:. Use https: if the site supports it, because browsers warn about http:.',
  }))

/** Links without a word: nothing to see, nothing to press, nothing to hear. */
export const emptyLinks: ContentCheck = ({ fragment, positionOf }) =>
  [...fragment.querySelectorAll('a[href]')].filter(isEmpty).map((link) => {
    const position = positionOf(link, link.getAttribute('href') ?? '')
    const picture = link.querySelector('img')
    return {
      what: picture ? 'Picture link without alternative text' : 'Link without text',
      position: position,
      advice: picture
        ? 'Add alternative text that says where the link leads.'
        : 'Nobody can see or select it.',
      ...(!picture && {
        fix: {
          label: 'Remove it',
          apply: (html: string) => editBlocks(html, (text) => elementAt(text, position)?.remove()),
        },
      }),
    }
  })

function isEmpty(link: Element): boolean {
  const pictures = [...link.querySelectorAll('img')]
  return (
    link.textContent.trim() === '' &&
    !link.getAttribute('aria-label')?.trim() &&
    !link.getAttribute('title')?.trim() &&
    // A picture without the attribute is reported as such.
    pictures.every((picture) => picture.getAttribute('alt')?.trim() === '')
  )
}

function wordsOf(link: Element): string {
  const words = link.getAttribute('aria-label') ?? link.textContent
  return words.replace(/[\s\p{P}\p{S}]+/gu, ' ').trim()
}

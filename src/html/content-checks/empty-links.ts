import { editBlocks } from '#html/edit-blocks.ts'
import { elementAt, type ContentCheck } from '#html/parsed-text.ts'

/** Links without a word: nothing to see, nothing to press, nothing to hear. */
export const emptyLinks: ContentCheck = ({ fragment, placeOf }) =>
  [...fragment.querySelectorAll('a[href]')].filter(isEmpty).map((link) => {
    const place = placeOf(link, link.getAttribute('href') ?? '')
    const picture = link.querySelector('img')
    return {
      what: picture ? 'Link on a picture that has no words' : 'Link without words',
      place,
      advice: picture
        ? 'Give the picture an alternative text that says where the link leads.'
        : 'Nobody can see or press it.',
      ...(!picture && {
        fix: {
          label: 'Remove it',
          apply: (html: string) => editBlocks(html, (text) => elementAt(text, place)?.remove()),
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

import { editBlocks } from '#html/edit-blocks.ts'
import { elementAt, type ContentCheck } from '#html/parsed-text.ts'

/** Headings without a word or a described picture. */
export const emptyHeadings: ContentCheck = ({ fragment, placeOf }) =>
  [...fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .filter((heading) => heading.textContent.trim() === '' && !heading.querySelector('img'))
    .map((heading) => {
      const place = placeOf(heading, '')
      return {
        what: 'Empty heading',
        place,
        advice: 'Screen readers announce it all the same.',
        fix: {
          label: 'Remove it',
          apply: (html: string) => editBlocks(html, (text) => elementAt(text, place)?.remove()),
        },
      }
    })

import type { ContentCheck } from '#html/parsed-text.ts'

const MOST_WORDS = 150
/** For writing that puts no spaces between words. */
const MOST_CHARACTERS = 1_200

/** Paragraphs that nobody reads to the end on a phone. */
export const longParagraphs: ContentCheck = ({ prose, placeOf }) =>
  prose().flatMap(({ block, text }) => {
    const words = text.trim().split(/\s+/).length
    if (words <= MOST_WORDS && text.length <= MOST_CHARACTERS) return []
    return [
      {
        what: 'Very long paragraph',
        place: placeOf(block, text),
        advice: `It has ${words > MOST_WORDS ? `${words} words` : `${text.length} characters`}. Make several of it, or a list.`,
      },
    ]
  })

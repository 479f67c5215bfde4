import type { ContentCheck } from '#html/parse/parsed-text.ts'

const MOST_WORDS = 150

/** For writing that puts no spaces between words. */
const MOST_CHARACTERS = 1_200

/** Paragraphs that nobody reads to the end on a phone. */
export const longParagraphs: ContentCheck = ({ prose, positionOf }) =>
  prose().flatMap(({ block, text }) => {
    const words = text.trim().split(/\s+/).length
    if (words <= MOST_WORDS && text.length <= MOST_CHARACTERS) return []
    return [
      {
        what: 'Very long paragraph',
        position: positionOf(block, text),
        advice: `It has ${words > MOST_WORDS ? `${words} words` : `${text.length} characters`}. Split it into shorter paragraphs, or make it a list.`,
      },
    ]
  })

/** Words of capital letters in a row, with what stands between them. */
const CAPITALS = /(?:(?<![\p{L}\p{N}])[\p{Lu}\p{M}’']+(?![\p{L}\p{N}])[\s\p{P}]*)+/gu
const LONG_WORD = /\p{Lu}{5}/u
const FEWEST_WORDS = 3
const FEWEST_LETTERS = 16

/** Passages in capitals. Abbreviations side by side are none: one word has to be a long one. */
export const allCapitals: ContentCheck = ({ prose, positionOf }) =>
  prose().flatMap(({ block, text }) => {
    const passage = LONG_WORD.test(text) && text.match(CAPITALS)?.find(isShouted)
    if (!passage) return []
    return [
      {
        what: 'Passage in capital letters',
        position: positionOf(block, passage),
        advice:
          'Capitals are slow to read, and screen readers may spell them out. Use bold instead.',
      },
    ]
  })

function isShouted(passage: string): boolean {
  const words = passage.match(/[\p{Lu}\p{M}’']+/gu) ?? []
  const letters = words.join('').length
  return (
    words.length >= FEWEST_WORDS &&
    letters >= FEWEST_LETTERS &&
    words.some((word) => LONG_WORD.test(word))
  )
}

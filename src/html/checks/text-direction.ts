import type { ContentCheck } from '#html/parse/parsed-text.ts'
import { countRightToLeft } from '#html/words/right-to-left.ts'

const LETTERS = /\p{L}/gu

/** A single foreign word is set right by itself: only from this share on is the whole line in doubt. */
const SHARE = 0.3

/** Paragraphs in both directions of writing that do not say which is theirs. */
export const textDirection: ContentCheck = ({ prose, positionOf }) =>
  prose()
    .filter(
      ({ block, text }) =>
        isMixed(text) && !block?.closest('[dir]') && !block?.querySelector('[dir], bdi, bdo'),
    )
    .map(({ block, text }) => ({
      what: 'Text that mixes writing directions',
      position: positionOf(block, text),
      advice:
        'Words and punctuation may appear in the wrong order. Separate the languages, or set the direction in HTML (dir="rtl").',
    }))

function isMixed(text: string): boolean {
  const rightToLeft = countRightToLeft(text)
  if (rightToLeft < 2) return false
  const all = text.match(LETTERS)?.length ?? 0
  return all - rightToLeft >= 2 && rightToLeft / all >= SHARE
}

import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import { parseInert } from '#html/parse/inert-document.ts'
import { proseOf } from './prose-of.ts'

/** Fewer words say nothing about a text. */
const FEWEST_WORDS = 40
/** More words say nothing new, and counting syllables takes time. */
const MOST_WORDS = 2_000

/** So common that no English text of forty words does without them. */
const COMMON = new Set(
  'the of and to a in is you that it for are this on with as your be or will if not have we can each please by an at do from'.split(
    ' ',
  ),
)
const COMMON_SHARE = 0.2

/** The last American school grades whose texts are easy, fairly easy and fairly hard to read. */
const EASY = 6
const FAIRLY_EASY = 9
const FAIRLY_HARD = 12

/**
 * How hard a text is to read, in a sentence, by the Flesch–Kincaid grade level (1975); null when the text is
 * short or does not look English, which the formula was made for.
 */
export function readingLevel(html: string): string | null {
  const lines = proseOf(parseInert(html)).map(({ text }) => text)
  const counts = { sentence: 0, word: 0, syllable: 0 }
  let common = 0
  for (const sentence of lines.flatMap((line) => line.split(/[.!?…:;](?=\s|$)|\n/))) {
    if (counts.word >= MOST_WORDS) break
    const words = sentence.toLowerCase().match(/[a-zà-ÿ]+(?:['’][a-z]+)?/g) ?? []
    if (words.length === 0) continue
    counts.sentence += 1
    counts.word += words.length
    common += words.filter((word) => COMMON.has(word)).length
    for (const word of words) counts.syllable += syllable(word)
  }
  const isEnglish = common / counts.word >= COMMON_SHARE
  if (counts.word < FEWEST_WORDS || !isEnglish) return null
  const grade = Math.max(1, Math.round(fleschKincaid(counts)))
  if (grade <= EASY) return `Easy to read (about grade ${grade}).`
  if (grade <= FAIRLY_EASY) return `Fairly easy to read (about grade ${grade}).`
  if (grade <= FAIRLY_HARD) return `Fairly hard to read (about grade ${grade}).`
  return 'Hard to read. Shorter sentences and simpler words would help.'
}

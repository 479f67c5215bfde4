import { wordsOf, type Block, type HelpPage, type HelpTarget, type Inline } from './help-page.ts'

/** A section of the manual in which all words of a search occur. */
export type HelpFinding = {
  to: HelpTarget
  page: string
  /** The heading of the section; that of the page for what stands above the first one. */
  heading: string
  /** The sentence that says most of it. */
  sentence: string
}

type Section = Omit<HelpFinding, 'sentence'> & { sentences: readonly string[] }

const MOST = 20

/**
 * Finds the sections in which every word occurs, whether it is whole or the start of one. Those that are
 * about the words come first: the ones with more of them in their heading, then in the title of the page.
 */
export function searchHelp(pages: readonly HelpPage[], search: string): HelpFinding[] {
  const words = wordsIn(search)
  if (words.length === 0) return []
  const found = pages.flatMap(sectionsOf).flatMap((section) => {
    const { to, page, heading, sentences } = section
    if (countIn([page, heading, ...sentences].join(' '), words) < words.length) return []
    const best = sentences.reduce(
      (sofar, sentence) => (countIn(sentence, words) > countIn(sofar, words) ? sentence : sofar),
      sentences[0] ?? '',
    )
    const score = 8 * countIn(heading, words) + 2 * countIn(page, words) + countIn(best, words)
    return [{ score, finding: { to, page, heading, sentence: best } }]
  })
  return found
    .toSorted((one, other) => other.score - one.score)
    .slice(0, MOST)
    .map(({ finding }) => finding)
}

/** A text in pieces, with those that a search asked for marked. */
export function markFound(text: string, search: string) {
  const words = wordsIn(search)
  if (words.length === 0) return [{ text, isFound: false }]
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${words.map(escaped).join('|')})`, 'giu')
  // What a pattern with one group splits at comes in every second place.
  return text
    .split(pattern)
    .map((piece, at) => ({ text: piece, isFound: at % 2 === 1 }))
    .filter((piece) => piece.text !== '')
}

const wordsIn = (search: string) => [...new Set(search.toLowerCase().match(/[\p{L}\p{N}]+/gu))]

const escaped = (word: string) => word.replaceAll(/[^\p{L}\p{N}]/gu, '\\$&')

/** How many of the words occur in a text, from the start of a word on. */
function countIn(text: string, words: readonly string[]) {
  return words.filter((word) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}`, 'iu').test(text))
    .length
}

function sectionsOf(page: HelpPage): Section[] {
  const top = { to: { page: page.name, anchor: '' }, page: page.title, heading: page.title }
  const sections: (Omit<Section, 'sentences'> & { sentences: string[] })[] = [
    { ...top, sentences: [] },
  ]
  for (const block of page.blocks) {
    if (block.kind === 'heading') {
      const to = { page: page.name, anchor: block.anchor }
      sections.push({ to, page: page.title, heading: wordsOf(block.content), sentences: [] })
    } else sections.at(-1)?.sentences.push(...sentencesOf(block))
  }
  return sections
}

function sentencesOf(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return inSentences(block.content)
    case 'list':
      return block.items.flat().flatMap(sentencesOf)
    case 'quote':
      return block.content.flatMap(sentencesOf)
    case 'code':
      return block.text.split('\n')
    case 'table':
      return block.rows.map((row) => row.map(wordsOf).filter(Boolean).join(' – '))
    case 'rule':
      return []
  }
}

const inSentences = (content: readonly Inline[]) =>
  wordsOf(content)
    .split(/(?<=[.!?:])\s+(?=[\p{Lu}“])/u)
    .filter((sentence) => sentence !== '')

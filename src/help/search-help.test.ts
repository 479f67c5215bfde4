import { expect, test } from 'vitest'
import { readMarkdown } from './build/read-markdown.ts'
import { markFound, searchHelp } from './search-help.ts'

const pages = [
  readMarkdown(
    'drafts',
    '# Drafts\n\nEvery draft is kept. Templates are drafts, too.\n\n## History\n\nYou can restore a state. **Compare** two states first.',
  ),
  readMarkdown(
    'templates',
    '# Templates\n\nUse one.\n\n## Own ones\n\n- Keep your own history.\n- [Drafts](drafts.md) become templates.\n\n| Code | Meaning |\n| --- | --- |\n| `!429` | Prolific is busy |',
  ),
]
const found = (words: string) =>
  searchHelp(pages, words).map(({ to, sentence }) => [`${to.page}#${to.anchor}`, sentence])

test('the section that is about the word comes first, with the sentence that has it', () => {
  expect(found('history')).toEqual([
    ['drafts#history', 'You can restore a state.'],
    ['templates#own-ones', 'Keep your own history.'],
  ])
})

test('all words have to occur, also as the start of a word, in any order and case', () => {
  expect(found('COMP two')).toEqual([['drafts#history', 'Compare two states first.']])
  expect(found('two unicorns')).toEqual([])
  expect(found('are')).toEqual([['drafts#', 'Templates are drafts, too.']])
  expect(found('ompare')).toEqual([])
})

test('a code of a table is found by its row', () => {
  expect(found('!429')).toEqual([['templates#own-ones', '!429 – Prolific is busy']])
})

test('a search of nothing but signs finds nothing', () => {
  expect(found(' ')).toEqual([])
  expect(found('(*')).toEqual([])
})

test('what was searched for is marked, and every sign of the text stays', () => {
  const text = 'Compare (two) states: compared.'
  const pieces = markFound(text, 'comp TWO')
  expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  expect(pieces.filter((piece) => piece.isFound).map((piece) => piece.text)).toEqual([
    'Comp',
    'two',
    'comp',
  ])
})

// @vitest-environment node
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { BatchItem } from '#contract/questions/question-item.ts'
import { german } from './corpus/german.ts'
import { lists } from './corpus/lists.ts'
import { mixed } from './corpus/mixed.ts'
import { romance } from './corpus/romance.ts'
import { scales } from './corpus/scales.ts'
import { tables } from './corpus/tables.ts'
import { readPastedQuestions } from './read-questions.ts'

const pasted = [...lists, ...scales, ...tables, ...german, ...romance, ...mixed].map(
  (questionnaire) => questionnaire.pasted,
)

/** Every text in what was read, those of a rich text as they are shown. */
function said(value: unknown, name = ''): string {
  if (name === 'content')
    return String(value)
      .replaceAll(/<\/?(?:p|h2)>/g, ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  // Stored values are seen by nobody.
  const members = Object.entries(value).filter(([key]) => key !== 'value' && key !== 'type')
  return members.map(([key, member]) => said(member, key)).join('\n')
}

/** Words that count nothing: no numbers, no single letters, no Roman numbers, no "Question 3". */
function wordsOf(text: string) {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) =>
      /\p{L}{2}/u.test(word) &&
      !/^(?:[ivx]+|q\d+[a-z]?|f\d+[a-z]?|nr|no|frage|question|pregunta|item|aufgabe|aussage|statement|task)\d*[a-z]?$/iu.test(
        word,
      ),
  )
}

/** The words of a text that are nowhere in what was read of it, and items that nobody could send. */
function faultsOf(text: string): unknown[] {
  const read = readPastedQuestions(text)
  const whole = said(read)
  const words = new Set(wordsOf(whole))
  const lost = wordsOf(text).filter((word) => !words.has(word) && !whole.includes(word))
  const unsendable = read.items.filter((item) => {
    if (!BatchItem.safeParse(item).success) return true
    if (item.type !== 'multiple_choice') return false
    const values = item.options.map(({ value }) => value)
    return values.includes('') || new Set(values).size < values.length
  })
  return [...lost, ...unsendable]
}

const fragments = [
  '1. ',
  '2. ',
  '3) ',
  '1) ',
  'Q1. ',
  'Frage 2: ',
  'a) ',
  'b) ',
  '(c) ',
  '- ',
  '• ',
  '☐ ',
  'o\t',
  '\n',
  '\n',
  '\n',
  '\n\n',
  '\t',
  '\t\t',
  '  ',
  ' / ',
  ' | ',
  ' … ',
  ', ',
  ' = ',
  ' – ',

  '?',
  ':',
  '.',
  '____',
  '________\n',
  '(1–7)',
  '(0-100)',
  '1 2 3 4 5',
  '1 = ',
  '7 = ',
  '(1 = ',

  'Other: ____',
  'None of these',
  '(yes/no)',
  'Yes / No',
  '☐ Yes ☐ No',
  'Comment:',
  'Please explain',

  '(optional)',
  'Select all that apply',
  'choose up to 3',
  'Strongly disagree',
  'Strongly agree',

  'never',
  'always',
  'on a scale from 1 to 10',
  '○ ○ ○ ○',
  'Page 1 of 2',
  '<b>&amp;',
  'はい',
  'constructor',
]
const fragment = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...fragments) },
  // Words that occur once, so that a lost one cannot hide behind another.
  { weight: 2, arbitrary: fc.stringMatching(/^[A-Z]?[a-z]{2,9}( [a-z]{3,9}){0,4}$/) },
)

test('no word is lost in the corpus', () => {
  expect(pasted.flatMap(faultsOf)).toEqual([])
})

test('no word is lost in texts of the same fragments in any order', () => {
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 40 }), (parts) => {
      expect(faultsOf(parts.join(''))).toEqual([])
    }),
    { numRuns: 1500 },
  )
})

test('no word is lost when lines of the corpus are mixed', () => {
  const lines = pasted.flatMap((text) => text.split('\n'))
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 25 }), (parts) => {
      expect(faultsOf(parts.join('\n'))).toEqual([])
    }),
    { numRuns: 800 },
  )
})

test('no word is lost in any other text', () => {
  for (const unit of ['binary', 'grapheme'] as const)
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 300 }), (text) => {
        expect(faultsOf(text)).toEqual([])
      }),
    )
})

const SIZE = 200_000
const fill = (piece: string) => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE)

test.each([
  ...pasted.slice(0, 12),
  ...fragments,
  'a) x\n',
  '1. x\n',
  '1. x?\n1. y\n',
  'x\ty\tz\n',
  '☐\n',
  '1 = a, ',
  'a:\n1. b\n',
  'Is it so, and\n',
  ...['_', '(', ' ', '\t', '1 ', 'o  ', '? ', '-'].map((sign) => `${sign.repeat(990)}x\n`),
])('200 kB of %j are read within a second', (piece) => {
  const text = fill(piece)
  const start = performance.now()
  readPastedQuestions(text)
  // The limit leaves room for a machine that is busy with other work.
  expect(performance.now() - start).toBeLessThan(3000)
})

test('values are made from labels, each once, and count where letters are not Latin', () => {
  const read = readPastedQuestions(
    'Which one?\n- Größe & Form\n- Grösse, Form\n- Œuvre d’été\n- Да\n- はい\n- Grosse Form',
  )
  expect(read.items[0]).toMatchObject({
    disable_dropdown: true,
    options: [
      { value: 'grosse_form' },
      { value: 'grosse_form_2' },
      { value: 'oeuvre_d_ete' },
      { value: '4' },
      { value: '5' },
      { value: 'grosse_form_3' },
    ],
  })
})

test('markup in a text is shown as it was written', () => {
  const [item] = readPastedQuestions('Read <b>this</b> & that.\n\n1. Why?').items
  expect(item).toEqual({
    type: 'rich_text',
    content: '<p>Read &lt;b&gt;this&lt;/b&gt; &amp; that.</p>',
  })
})

test('nothing is read from nothing', () => {
  for (const text of ['', ' \n\t\n', '---\n***\n'])
    expect(readPastedQuestions(text)).toEqual({ items: [], notUnderstood: [] })
})

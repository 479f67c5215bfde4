import { expect, test } from 'vitest'
import { sampleBatchItems } from '#contract/questions/batch-items.ts'
import { questionPages } from './question-pages.ts'

const page = (...items: unknown[]) => ({ rows: [{ columns: [{ items }] }] })
const asked = (item: unknown) => questionPages([page(item)])[0]?.items[0]
const detailsOf = (item: unknown) => Object.fromEntries(asked(item)?.details ?? [])

test('questions are read page by page, in the order of rows and columns', () => {
  const text = (content: string) => ({ type: 'rich_text', content })
  const columns = [{ items: [text('a'), text('b')] }, { items: [text('c')] }]
  const pages = questionPages([
    { ...page(text('Hello')), display_position: 'intro' },
    { rows: [{ columns }, { columns: [{ items: [text('d')] }] }] },
    { ...page(text('Bye')), display_position: 'outro' },
  ])
  expect(pages.map(({ heading, items }) => [heading, ...items.map(({ words }) => words)])).toEqual([
    ['Page 1, shown once at the start', 'Hello'],
    ['Page 2', 'a', 'b', 'c', 'd'],
    ['Page 3, shown once at the end', 'Bye'],
  ])
})

test('the sample reads as its wording, its answers and its limits', () => {
  expect(questionPages(sampleBatchItems)).toEqual([
    {
      heading: 'Page 1',
      items: [
        {
          kind: 'Column of your data',
          isQuestion: false,
          words: 'The item’s “review” is shown.',
          details: [],
        },
        {
          kind: 'Choice',
          isQuestion: true,
          words: 'What is the sentiment of this review?',
          details: [
            ['Answers', ['Positive', 'Neutral', 'Negative']],
            ['Participants choose', ['One answer']],
          ],
        },
        {
          kind: 'Free text',
          isQuestion: true,
          words: 'Which words in the review made you choose this?',
          details: [['Limits', ['From 10 to 500 characters']]],
        },
      ],
    },
  ])
})

const typed = { type: 'free_text', description: 'Why?' }
const choice = { type: 'multiple_choice', description: 'Which?' }
test.each([
  [
    'a helper text and what is in the field',
    { ...typed, helper_text: 'Briefly.', placeholder_text_input: 'Because' },
    { 'Helper text': ['Briefly.'], 'Placeholder text': ['Because'] },
  ],
  [
    'a number',
    { ...typed, validation: { type: 'number', min: -1.5, max: null } },
    { Limits: ['A number, at least -1.5'] },
  ],
  [
    'a longest text',
    { ...typed, validation: { type: 'string', max: 120 } },
    { Limits: ['At most 120 characters'] },
  ],
  [
    'answers that rule out others or ask for words',
    {
      ...choice,
      type: 'multiple_choice_with_free_text',
      answer_limit: -1,
      options: [
        { label: 'Other', value: 'o', heading: 'Which one?' },
        { label: 'None', value: 0, heading: '', exclusive: true },
      ],
    },
    {
      Answers: ['Other – with a text field: “Which one?”', 'None – rules out all other answers'],
      'Participants choose': ['Any number of answers'],
    },
  ],
  [
    'how many are chosen',
    { ...choice, answer_limit: 2 },
    { 'Participants choose': ['Up to 2 answers'] },
  ],
  [
    'units',
    {
      ...typed,
      type: 'free_text_with_unit',
      unit_options: [
        { label: 'minutes', value: 'min', validation: { type: 'number', min: 0, max: 90 } },
        { label: 'hours', value: 'h' },
      ],
      default_unit: 'h',
      unit_position: 'suffix',
    },
    {
      Units: ['minutes – A number, from 0 to 90', 'hours'],
      'Default unit': ['hours'],
      'Unit position': ['After the answer'],
    },
  ],
  [
    'files',
    {
      type: 'file_upload',
      description: 'Send it',
      accepted_file_types: ['.jpg', '.png'],
      max_file_size_mb: 5,
      max_file_count: 1,
    },
    { 'How many': ['Exactly 1 file'], Types: ['.jpg, .png'], Size: ['At most 5 MB each'] },
  ],
  ['stars', { type: 'star_rating', description: 'x', max_stars: 7 }, { Stars: ['Up to 7'] }],
  [
    'a picture',
    { type: 'image', url: 'https://x.example/a.png', alt_text: 'A cat', caption: 'Our cat' },
    { Caption: ['Our cat'], Address: ['https://x.example/a.png'] },
  ],
])('of %s all of it is told', (_what, item, details) => {
  expect(detailsOf(item)).toEqual(details)
})

test('a picture is told by its alternative text, or else by its address', () => {
  const url = 'https://x.example/a.png'
  expect(asked({ type: 'image', url, alt_text: 'A cat' })?.words).toBe('A cat')
  expect(asked({ type: 'image', url, alt_text: '' })).toMatchObject({ words: url, details: [] })
})

test('rich text is told as it is read, line by line', () => {
  const content =
    '<h2>Look\n  here</h2><script>alert(1)</script><ul><li>One<li>T<b>w</b>o</ul>a<br>b' +
    '<img src="https://x.example/a.png" alt="A cat" onerror="alert(1)">'
  expect(asked({ type: 'rich_text', content })?.words).toBe(
    'Look here\nOne\nTwo\na\nbPicture from x.example: A cat',
  )
  const markdown = { type: 'rich_text', content: '# <b>', content_format: 'markdown' }
  expect(asked(markdown)?.words).toBe('# <b>')
})

test('HTML in a question stays what it is: text', () => {
  const description = '<img src=x onerror=alert(1)>'
  expect(asked({ ...typed, description })?.words).toBe(description)
})

test.each([
  [{ type: 'slider', description: 'How much?', steps: 5 }, 'Part of the type “slider”'],
  [{ type: 'constructor', description: 'x' }, 'Part of the type “constructor”'],
  [{ description: 'x' }, 'Part without a type'],
  [{ type: ['free_text'] }, 'Part of the type “["free_text"]”'],
])('%j is named by its type, with all that is in it', (item, kind) => {
  expect(asked(item)?.kind).toBe(kind)
  expect(detailsOf(item)).toMatchObject({ 'As written': [JSON.stringify(item)] })
})

test('what cannot be read is there as it is written', () => {
  const odd = [null, 3, {}, { rows: 'x' }, { rows: [null, { columns: [1, { items: ['?'] }] }] }]
  expect(questionPages(odd).map(({ items }) => items.map(({ words }) => words))).toEqual([
    ['(nothing)'],
    ['3'],
    ['{}'],
    ['{"rows":"x"}'],
    ['(nothing)', '1', '?'],
  ])
  expect(questionPages(null)).toEqual([])
})

test.each([
  ['options', { ...choice, options: { a: 1 }, answer_limit: 'two' }, ['{"a":1}']],
  ['an option', { ...choice, options: [null, 4, { value: 1 }] }, ['4', '{"value":1}']],
])('%s of a wrong kind are told as they are', (_what, item, answers) => {
  expect(detailsOf(item)).toMatchObject({ Answers: answers })
})

test('limits and wording of a wrong kind are told as they are', () => {
  const item = { type: 'free_text', description: { en: 'Why?' }, validation: { min: 'two' } }
  expect(asked(item)?.words).toBe('{"en":"Why?"}')
  expect(detailsOf(item)).toEqual({ Limits: ['{"min":"two"}'] })
  expect(asked({ type: 'free_text' })?.words).toBe('(no words)')
})

test('lists in lists without end do no harm', () => {
  const deep: unknown = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000))
  expect(asked({ type: 'free_text', description: deep })?.words).toBe('(nested too deeply to show)')
})

test('where no unit is chosen at first, none is named', () => {
  const item = { type: 'free_text_with_unit', description: 'x', unit_options: [{ label: 'a' }] }
  expect(detailsOf(item)).toEqual({ Units: ['a'] })
})

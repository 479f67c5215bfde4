import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { batchItemTypes } from '#contract/questions/question-item.ts'
import { pagesOf, showPages, type PageOptions } from './show-pages.ts'

const live: PageOptions = {
  controls: 'live',
  imageHosts: new Set(),
  columns: [],
  row: null,
  itemName: null,
  numbered: false,
}
const drawn: PageOptions = { ...live, controls: 'drawn', numbered: true }

const pageOf = (...items: unknown[]) => ({ rows: [{ columns: [{ items }] }] })
/** One item, shown alone, in the page of a test. */
function shown(item: unknown, options: Partial<PageOptions> = {}) {
  const box = document.createElement('div')
  box.append(
    ...showPages([pageOf(item)], { ...live, ...options }).map((page) =>
      document.importNode(page, true),
    ),
  )
  document.body.replaceChildren(box)
  return box
}
const partOf = (box: Element, part: string) => box.querySelector(`[data-part="${part}"]`)
const wordsOf = (box: Element, part: string) =>
  [...box.querySelectorAll(`[data-part="${part}"]`)].map(({ textContent }) => textContent)

const options = (...labels: string[]) => labels.map((label) => ({ label, value: label }))
const choice = { type: 'multiple_choice', description: 'Which?', answer_limit: 1 }

test('pages come before the items, for each item and after them, however they are written', () => {
  const text = (content: string) => ({ type: 'rich_text', content })
  const pages = [
    { ...pageOf(text('Bye')), display_position: 'outro' },
    pageOf(text('Look')),
    { ...pageOf(text('Hello')), display_position: 'intro' },
  ]
  const named = { ...live, itemName: 'Item 3 of 100' }
  expect(
    showPages(pages, named).map((page) => [...page.children].map((part) => part.textContent)),
  ).toEqual([
    ['Page 3 of 3 · Before the items', 'Hello'],
    ['Page 2 of 3 · Item 3 of 100', 'Look'],
    ['Page 1 of 3 · After the items', 'Bye'],
  ])
  expect(pagesOf(null)).toEqual([])
})

test('a row shows the value of its column under the label, and its name without a row', () => {
  const field = { type: 'dataset_field', field: 'review' }
  const columns = [{ key: 'review', label: 'Review', type: 'text', first: null }]
  const box = shown(field, { columns, row: { review: '<b>Good</b>\n  value' } })
  expect(wordsOf(box, 'field-label')).toEqual(['Review'])
  expect(wordsOf(box, 'value')).toEqual(['<b>Good</b>\n  value'])
  expect(wordsOf(shown(field, { columns }), 'column')).toEqual(['Column review'])
  expect(wordsOf(shown(field, { row: {} }), 'missing')).toEqual([
    'The data has no column of this name.',
  ])
  expect(wordsOf(shown({ ...field, field: 'constructor' }, { row: {} }), 'value')).toEqual([])
  expect(wordsOf(shown(field, { columns, row: { review: '' } }), 'missing')).toEqual([
    'Empty in this item.',
  ])
})

test('pictures of the data are shown for a host that is allowed, sound and film are named', () => {
  const field = { type: 'dataset_field', field: 'a' }
  const address = 'https://pics.example/a.png'
  const of = (type: string, hosts: string[] = []) =>
    shown(field, {
      columns: [{ key: 'a', label: '', type, first: null }],
      row: { a: address },
      imageHosts: new Set(hosts),
    })
  expect(of('image_url').querySelector('img')).toBeNull()
  expect(of('image_url').textContent).toContain('Picture from pics.example')
  expect(of('image_url', ['pics.example']).querySelector('img')?.src).toBe(address)
  expect(of('audio_url', ['pics.example']).textContent).toContain('Audio from pics.example')
  expect(of('video_url').querySelector('[data-host], [src]')).toBeNull()
})

test('a choice of one is a list of radio buttons that its wording names', () => {
  const item = { ...choice, helper_text: 'One only.', options: options('Yes', 'No') }
  const box = shown(item)
  const group = box.querySelector('fieldset')
  expect(group?.querySelector('legend')?.textContent).toBe('Which?')
  const described = group?.getAttribute('aria-describedby') ?? ''
  expect(document.getElementById(described)?.textContent).toBe('One only.')
  const radios = [...box.querySelectorAll('input')]
  expect(radios.map(({ type, labels }) => [type, labels?.[0]?.textContent])).toEqual([
    ['radio', 'Yes'],
    ['radio', 'No'],
  ])
  expect(new Set(radios.map(({ name }) => name)).size).toBe(1)
})

test('five options make a dropdown, unless they are to be seen at once', () => {
  const many = { ...choice, options: options('a', 'b', 'c', 'd', 'e') }
  const select = shown(many).querySelector('select')
  expect(select?.labels[0]?.textContent).toBe('Which?')
  expect([...(select?.options ?? [])].map(({ text }) => text)).toEqual([
    'Choose one',
    'a',
    'b',
    'c',
    'd',
    'e',
  ])
  expect(shown({ ...many, disable_dropdown: true }).querySelectorAll('input')).toHaveLength(5)
  expect(shown({ ...many, options: many.options.slice(1) }).querySelector('select')).toBeNull()
  const several = shown({ ...many, answer_limit: 2 })
  expect(several.querySelector('details summary')?.textContent).toBe('Choose')
  expect(several.querySelectorAll('details input[type="checkbox"]')).toHaveLength(5)
  expect(wordsOf(several, 'hints')).toEqual(['Choose up to 2'])
  expect(partOf(several, 'options')?.getAttribute('data-most')).toBe('2')
})

test('each answer can have room for words of its own', () => {
  const item = {
    ...choice,
    type: 'multiple_choice_with_free_text',
    placeholder_text_input: 'Type here',
    options: [{ label: 'Other', value: 1, heading: 'Which one?' }],
  }
  const field = shown(item).querySelector('textarea')
  expect(field?.labels[0]?.textContent).toBe('Which one?')
  expect(field?.placeholder).toBe('Type here')
})

test('a typed answer has its length, and a number its bounds', () => {
  const typed = { type: 'free_text', description: 'Why?', placeholder_text_input: 'Because' }
  const field = shown({ ...typed, validation: { type: 'string', min: 1, max: 20 } })
  const area = field.querySelector('textarea')
  expect(area?.labels[0]?.textContent).toBe('Why?')
  expect(area?.placeholder).toBe('Because')
  expect(area?.maxLength).toBe(20)
  expect(wordsOf(field, 'hints')).toEqual(['From 1 to 20 characters0 typed'])
  const number = shown({ ...typed, validation: { type: 'number', min: 0, max: null } })
  expect(number.querySelector('input')?.type).toBe('number')
  expect(number.querySelector('input')?.min).toBe('0')
  expect(wordsOf(number, 'hints')).toEqual(['A number, at least 0'])
})

test('a unit stands where it is told to, with the first one chosen', () => {
  const item = {
    type: 'free_text_with_unit',
    description: 'How long?',
    unit_options: [
      { label: 'minutes', value: 'min', validation: { type: 'number', min: 0 } },
      { label: 'hours', value: 'h', validation: { type: 'number', max: 24 } },
    ],
    default_unit: 'h',
    unit_position: 'prefix',
  }
  const box = partOf(shown(item), 'with-unit')
  expect([...(box?.children ?? [])].map(({ localName }) => localName)).toEqual(['select', 'input'])
  expect(box?.querySelector('select')?.selectedOptions[0]?.text).toBe('hours')
  const suffix = partOf(shown({ ...item, unit_position: 'suffix' }), 'with-unit')
  expect(suffix?.firstElementChild?.localName).toBe('input')
})

test('stars are radio buttons, and never more than ten', () => {
  const stars = (max_stars?: unknown) =>
    [...shown({ type: 'star_rating', description: 'x', max_stars }).querySelectorAll('input')].map(
      (input) => input.getAttribute('aria-label'),
    )
  expect(stars(2)).toEqual(['1 star', '2 stars'])
  expect([stars(), stars(1e9), stars(-1), stars('x')].map(({ length }) => length)).toEqual([
    5, 10, 1, 5,
  ])
})

test('a file is chosen by its types, and a video has its place', () => {
  const file = shown({ type: 'file_upload', description: 'Send it', accepted_file_types: ['.pdf'] })
  const input = file.querySelector('input')
  expect([input?.type, input?.accept, input?.multiple]).toEqual(['file', '.pdf', true])
  expect(wordsOf(file, 'hints')).toEqual(['From 1 to 10 files · .pdf · at most 25 MB each'])
  const video = shown({ type: 'video_narration', description: 'Talk' })
  expect(wordsOf(video, 'placeholder')).toEqual(['Participants record a video here.'])
})

test('a text is formatted, as HTML and as Markdown, and does nothing', () => {
  const markdown = '# Look\n\n[here](https://x.example) <img src=x onerror=alert(1)>'
  const box = shown({ type: 'rich_text', content: markdown, content_format: 'markdown' })
  expect(box.querySelector('h1')?.textContent).toBe('Look')
  expect(box.querySelector('a')?.getAttribute('href')).toBeNull()
  expect(box.querySelector('[onerror], [src]')).toBeNull()
  const html = shown({ type: 'rich_text', content: '<p data-part="page" id="title">Hi</p>' })
  expect(partOf(html, 'text')?.innerHTML).toBe('<p>Hi</p>')
})

test.each([
  [
    { type: 'slider', steps: 5 },
    'A question of the type ‘slider’, which this version cannot show.',
  ],
  [
    { type: 'constructor' },
    'A question of the type ‘constructor’, which this version cannot show.',
  ],
  [{ description: 'x' }, 'A question without a type, which this version cannot show.'],
  ['x', 'This is not a question that can be shown.'],
])('%j is named, with all that is in it', (item, reason) => {
  const box = shown(item)
  expect(partOf(box, 'unshown')?.firstChild?.textContent).toBe(reason)
  expect(wordsOf(box, 'source')).toEqual([typeof item === 'string' ? item : JSON.stringify(item)])
})

test('a drawing has no controls and no ids, and numbers its questions', () => {
  const items = [
    { type: 'rich_text', content: 'Read' },
    { ...choice, options: options('Yes', 'No') },
    { type: 'free_text', description: 'Why?' },
  ]
  const [, page] = showPages([pageOf(), pageOf(...items)], drawn)
  expect(page?.querySelector('input, select, textarea, button, label, [id], [for]')).toBeNull()
  expect(page && wordsOf(page, 'label')).toEqual(['P2, Q1 Which?', 'P2, Q2 Why?'])
  expect(page && wordsOf(page, 'option')).toEqual(['○Yes', '○No'])
})

/** All that can be read of a page, by whatever sense. */
function readable(pages: readonly Element[]) {
  const attributes = pages.flatMap((page) =>
    [...page.querySelectorAll('[placeholder], [aria-label], [accept]')].flatMap((element) =>
      ['placeholder', 'aria-label', 'accept'].map((name) => element.getAttribute(name) ?? ''),
    ),
  )
  return [...pages.map(({ textContent }) => textContent ?? ''), ...attributes].join('\n')
}

const members =
  'description helper_text placeholder_text_input field caption alt_text url options unit_options accepted_file_types content validation answer_limit max_stars disable_dropdown unit_position default_unit min_file_count max_file_count max_file_size_mb content_format toString __proto__ constructor'.split(
    ' ',
  )
const anyItem = fc.dictionary(fc.constantFrom(...members), fc.jsonValue())
const anyKind = fc
  .tuple(fc.constantFrom<unknown>(...batchItemTypes, 'slider', null, 7), anyItem)
  .map(([type, item]) => ({ ...item, type }))

test('any value at all is shown without a throw, and nothing in it acts', () => {
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.array(anyKind).map((items) => [pageOf(...items)]),
  )
  fc.assert(
    fc.property(anything, fc.jsonValue(), (questions, value) => {
      const row = { a: value, review: value }
      for (const shape of [live, drawn, { ...live, row }]) {
        const pages = showPages(questions, shape)
        for (const page of pages) {
          expect(page.querySelector('script, iframe, form, button, img, [src], [href]')).toBeNull()
        }
      }
    }),
  )
})

const word = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '')
const label = fc.record({ label: word, value: word, heading: word })

type Written = {
  type: string
  description: string
  helper_text: string
  placeholder_text_input: string
  options: readonly { label: string; heading: string }[]
}

/** The words that a question of its type has. */
function wordsIn({
  type,
  description,
  helper_text,
  placeholder_text_input,
  options: all,
}: Written) {
  const labels = /^multiple|unit/.test(type) ? all.map((option) => option.label) : []
  const headings = /choice_with/.test(type) ? all.map((option) => option.heading) : []
  const placeholders = type.startsWith('free') ? [placeholder_text_input] : []
  return [description, helper_text, ...placeholders, ...labels, ...headings]
}

test('every word of a question is shown, whatever it looks like', () => {
  const types = [
    'free_text',
    'free_text_with_unit',
    'multiple_choice',
    'multiple_choice_with_free_text',
    'file_upload',
    'star_rating',
    'video_narration',
  ]
  const question = fc.record({
    type: fc.constantFrom(...types),
    description: word,
    helper_text: word,
    placeholder_text_input: word,
    answer_limit: fc.constantFrom(1, 2, -1),
    options: fc.array(label, { minLength: 1, maxLength: 7 }),
  })
  fc.assert(
    fc.property(question, (written) => {
      const item = { ...written, unit_options: written.options }
      for (const shape of [live, drawn]) {
        const words = readable(showPages([pageOf(item)], shape))
        for (const part of wordsIn(item)) expect(words).toContain(part)
      }
    }),
  )
})

test('lists in lists without end do no harm', () => {
  const deep: unknown = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000))
  for (const item of [deep, { type: deep }, { type: 'free_text', description: deep }]) {
    expect(showPages([pageOf(item)], live)).toHaveLength(1)
  }
  expect(showPages(deep, live)).toHaveLength(1)
  const markdown = { type: 'rich_text', content: '>'.repeat(20_000), content_format: 'markdown' }
  expect(showPages([pageOf(markdown)], live)).toHaveLength(1)
})

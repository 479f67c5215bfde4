// @vitest-environment node
import { describe, expect, test } from 'vitest'
import {
  BatchItems,
  BatchItemsRejection,
  checkBatchItems,
  sampleBatchItems,
} from './batch-items.ts'
import { wordIssue } from './written-questions.ts'
import { batchItemTypes } from './question-item.ts'

const page = (...items: unknown[]) => ({ rows: [{ columns: [{ items }] }] })
const messages = (...items: unknown[]) => checkBatchItems([page(...items)]).map((i) => i.message)

const options = [
  { label: 'Yes', value: true },
  { label: 'No', value: 0 },
  { label: 'None', value: 'none' },
]
const choice = { type: 'multiple_choice', description: 'Which?', answer_limit: 1, options }
const unit = {
  type: 'free_text_with_unit',
  description: 'How long?',
  unit_options: [
    { label: 'minutes', value: 'min' },
    { label: 'hours', value: 'h' },
  ],
  unit_position: 'suffix',
}
const field = (name: string) => ({ type: 'dataset_field', field: name })
const upload = { type: 'file_upload', description: 'Add a photo' }
const freeText = { type: 'free_text', description: 'Why?' }

describe('a layout within the grammar', () => {
  test.each([
    ['dataset_field', { type: 'dataset_field', field: 'review' }],
    ['image', { type: 'image', url: 'https://example.org/a.png', alt_text: '', caption: 'A' }],
    ['rich_text', { type: 'rich_text', content: '# Hello', content_format: 'markdown' }],
    ['free_text', { ...freeText, validation: { type: 'number', min: -1.5, max: null } }],
    ['free_text_with_unit', { ...unit, default_unit: 'h' }],
    ['multiple_choice', choice],
    ['multiple_choice, any number', { ...choice, answer_limit: -1 }],
    [
      'multiple_choice with an exclusive option',
      {
        ...choice,
        answer_limit: 2,
        options: [...options, { label: 'X', value: 'x', exclusive: true }],
      },
    ],
    [
      'multiple_choice_with_free_text',
      {
        ...choice,
        type: 'multiple_choice_with_free_text',
        options: [{ label: 'A', value: 'a', heading: 'Say more' }],
      },
    ],
    [
      'file_upload',
      { ...upload, accepted_file_types: ['.jpg'], min_file_count: 2, max_file_count: 2 },
    ],
    ['star_rating', { type: 'star_rating', description: 'How good?', max_stars: 10 }],
    [
      'video_narration',
      { type: 'video_narration', description: 'Talk us through it', limit: 'any' },
    ],
  ])('%s is taken', (_name, item) => {
    expect(checkBatchItems([page(item)], ['review'])).toEqual([])
  })

  test('two columns, an intro page and unknown extra fields are taken and kept', () => {
    const layout = [
      {
        display_position: 'intro',
        rows: [{ columns: [{ items: [{ type: 'rich_text', content: 'x' }] }] }],
      },
      { rows: [{ columns: [{ items: [freeText] }, { items: [choice], note: 'kept' }] }] },
    ]
    expect(checkBatchItems(layout)).toEqual([])
    expect(BatchItems.parse(layout)).toEqual(layout)
  })

  test('the sample fits a dataset with a review field', () => {
    expect(checkBatchItems(sampleBatchItems, ['review'])).toEqual([])
  })
})

describe('a rule that is broken', () => {
  test.each([
    [{ type: 'free_text' }, 'description is required'],
    [{ type: 'free_text', description: '' }, 'description is required'],
    [{ type: 'free_text', description: 4 }, 'description must be text'],
    [{}, 'type is required'],
    [{ type: 'multiple_choice_with_unit' }, `type must be one of: ${batchItemTypes.join(', ')}`],
    [{ type: 'dataset_field' }, 'field is required'],
    [
      { type: 'image', url: 'http://example.org/a.png', alt_text: 'a' },
      'url must be an https:// address',
    ],
    [{ type: 'image', url: 'https://example.org/a.png' }, 'alt_text is required'],
    [
      { type: 'rich_text', content: '', content_format: 'rtf' },
      'content_format must be one of: html, markdown',
    ],
    [{ ...choice, answer_limit: 4 }, 'answer_limit exceeds number of options'],
    [{ ...choice, answer_limit: 1.5 }, 'answer_limit must be a whole number'],
    [
      { ...choice, answer_limit: 0 },
      'answer_limit must be 1, a larger number, or -1 for any number',
    ],
    [
      { ...choice, options: [{ label: 'a', value: null }] },
      'options[0].value must be a string, a number or true/false',
    ],
    [{ ...choice, options: [{ label: 'a' }] }, 'options[0].value is required'],
    [
      { ...choice, options: [options[0], { ...options[1], exclusive: true }] },
      'exclusive is not allowed when answer_limit is 1',
    ],
    [
      { ...choice, answer_limit: -1, options: [{ ...options[1], exclusive: true }] },
      'at least one option must not be exclusive',
    ],
    [
      { ...choice, type: 'multiple_choice_with_free_text', options: [options[0]] },
      'options[0].heading is required',
    ],
    [
      { ...unit, unit_options: unit.unit_options.slice(1) },
      'unit_options must contain at least two units',
    ],
    [
      { ...unit, default_unit: 'days' },
      'default_unit must be the value of one of the unit_options',
    ],
    [{ ...unit, unit_position: 'above' }, 'unit_position must be one of: prefix, suffix'],
    [{ ...freeText, validation: { min: 1 } }, 'validation.type is required'],
    [
      { ...freeText, validation: { type: 'number', min: 3, max: 2 } },
      'validation.min must not be greater than max',
    ],
    [
      { ...freeText, validation: { type: 'string', max: 1.5 } },
      'validation.max must be a whole number of characters, 0 or more',
    ],
    [
      { ...upload, accepted_file_types: ['jpg'] },
      'accepted_file_types[0] must start with a dot, like ".jpg"',
    ],
    [{ ...upload, max_file_size_mb: 0 }, 'max_file_size_mb must be greater than 0'],
    [
      { ...upload, min_file_count: 11 },
      'min_file_count must not be greater than max_file_count (10 if not set)',
    ],
    [{ ...upload, max_file_count: 0 }, 'max_file_count must be 1 or more'],
    [{ type: 'star_rating', description: 'x', max_stars: 11 }, 'max_stars must be from 1 to 10'],
  ])('%j: %s', (item, message) => {
    expect(messages(item)).toContain(message)
  })

  test('is reported with its zero-based place and the item type', () => {
    const broken = { ...choice, answer_limit: 9 }
    const layout = [
      page(freeText),
      {
        rows: [
          { columns: [{ items: [freeText] }] },
          { columns: [{ items: [freeText] }, { items: [freeText, broken] }] },
        ],
      },
    ]
    const issues = checkBatchItems(layout)
    expect(issues).toEqual([
      {
        page: 1,
        row: 1,
        column: 1,
        item: 1,
        type: 'multiple_choice',
        message: 'answer_limit exceeds number of options',
      },
    ])
    expect(issues.map(wordIssue)).toEqual([
      'Page 2, row 2, column 2, item 2 (multiple_choice): answer_limit exceeds number of options',
    ])
  })

  test.each([
    [{}, 'batch_items', 'must be a list'],
    [[], 'batch_items', 'must contain at least one page'],
    [[{}], 'page', 'rows is required'],
    [[3], 'page', 'must be an object'],
    [[{ rows: [] }], 'page', 'rows must contain at least one row'],
    [[{ rows: [{ columns: [1, 2, 3] }] }], 'row', 'columns must contain one or two columns'],
    [[{ rows: [{ columns: [{ items: [] }] }] }], 'column', 'items must contain at least one item'],
  ])('above the items, %j names the level %s: %s', (layout, type, message) => {
    expect(checkBatchItems(layout)).toContainEqual(expect.objectContaining({ type, message }))
  })

  test('of an intro page is about each item that is not a content block', () => {
    const layout = [
      { ...page({ type: 'rich_text', content: 'x' }, freeText), display_position: 'outro' },
    ]
    expect(checkBatchItems(layout)).toEqual([
      expect.objectContaining({
        item: 1,
        message:
          'Pages with display_position "intro" or "outro" may only contain image or rich_text content blocks',
      }),
    ])
  })
})

describe('dataset fields', () => {
  test('are case-sensitive names of the dataset', () => {
    expect(checkBatchItems([page(field('Review'))], ['review'])).toEqual([
      {
        page: 0,
        row: 0,
        column: 0,
        item: 0,
        type: 'dataset_field',
        field: 'Review',
        message: 'Field does not exist in the dataset schema',
      },
    ])
  })

  test('need a dataset with a schema', () => {
    expect(checkBatchItems([page(field('review'))], null)).toHaveLength(1)
  })

  test('are not checked when the dataset is not known', () => {
    expect(checkBatchItems([page(field('anything'))])).toEqual([])
  })

  test('may appear once on a page and again on another', () => {
    expect(checkBatchItems([page(field('a')), page(field('a'))], ['a'])).toEqual([])
    expect(checkBatchItems([page(field('a'), field('a'))], ['a'])).toEqual([
      expect.objectContaining({
        item: 1,
        field: 'a',
        message: 'Field may be used only once on a page',
      }),
    ])
  })
})

test('any JSON at all is answered with issues of the documented shape', () => {
  for (const value of [null, 1, 'x', [null], [[[]]], [{ rows: [null, { columns: [null, {}] }] }]]) {
    const issues = checkBatchItems(value, null)
    expect(issues).not.toEqual([])
    BatchItemsRejection.parse({ type: 'INVALID_BATCH_ITEMS', message: 'x', issues })
  }
})

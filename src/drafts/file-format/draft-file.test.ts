import { profileNames } from '#html/profile/profile-names.ts'

// @vitest-environment node
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byKind } from '#drafts/fields.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { toDraftFile, type PortableDraft } from './draft-file.ts'
import { draftFileSchema } from './publish-schema.ts'
import { readDraftFile } from './read-draft-file.ts'
import { writeJson, writeYaml } from './write-draft-file.ts'

const draft: PortableDraft = {
  name: 'Pilot',
  place: 'prolific',
  texts: {
    ...blankTexts,
    taskTitle: 'Rate “reviews” & more',
    introduction: '<P>One</P>\r\n<p>two &copy; 🙂 \u05d0</p>  ',
    steps: '<ol>\n  <li>Read\n  <li>Rate\n</ol>\n\n',
    batchName: 'Reviews',
    questions: '[ {"unfinished": ',
  },
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      '\r',
      '\n',
      ' ',
      '\t',
      ':',
      '-',
      '#',
      '"',
      "'",
      '\u2028',
      '\ud83d',
      '\ufeff',
      '|',
      '<',
      '\u0085',
      '\0',
    ),
  }),
)
const anyDraft: fc.Arbitrary<PortableDraft> = fc.record({
  name: anyText,
  place: fc.constantFrom('practice', 'prolific'),
  texts: fc.record(
    byKind({
      line: anyText,
      html: anyText,
      json: anyText,
      id: anyText,
      switch: fc.boolean(),
      profile: fc.constantFrom(...profileNames),
    }),
  ),
})

/** What a file on a disk gives back: bytes, not JavaScript's own strings. */
const throughADisk = (text: string) => new TextDecoder().decode(new TextEncoder().encode(text))

describe.each([
  { format: 'JSON', write: writeJson },
  { format: 'YAML', write: writeYaml },
])('a $format file of drafts', ({ write }) => {
  test('gives back every character of what was written into it', () => {
    fc.assert(
      fc.property(fc.array(anyDraft, { minLength: 1, maxLength: 3 }), (drafts) => {
        expect(readDraftFile(throughADisk(write(drafts)))).toEqual({ drafts, problems: [] })
      }),
      { examples: [[[draft]]] },
    )
  })

  test('names line, field and reason of a draft that is wrong, and takes the others', () => {
    const drafts = Array.from({ length: 10 }, (_, index) => ({
      ...draft,
      texts: { ...draft.texts, batchName: `Task ${index + 1}` },
    }))
    const lines = write(drafts).split('\n')
    const wrong = (name: string, field: RegExp, by: string) => {
      const at = lines.findIndex((line) => line.includes(name))
      const line = lines.findIndex((one, index) => index >= at && field.test(one))
      lines[line] = (lines[line] ?? '').replace(field, by)
      return line + 1
    }
    const first = wrong('Task 3', /html_profile("?): .*?(,?)$/, 'html_profile$1: "narrow"$2')
    const second = wrong('Task 7', /only_kept/, 'onlyKept')
    const read = readDraftFile(lines.join('\n'))
    expect(read.drafts.map(({ texts }) => texts.batchName)).toEqual(
      [1, 2, 4, 5, 6, 8, 9, 10].map((number) => `Task ${number}`),
    )
    expect(read.problems).toEqual([
      {
        draft: 'Draft 3 (“Task 3”)',
        line: first,
        field: 'html_profile',
        reason: 'This has to be “published” or “basic” or “safe”.',
      },
      {
        draft: 'Draft 7 (“Task 7”)',
        line: second,
        field: 'onlyKept',
        reason: 'There is no such field. Check the spelling, or remove it.',
      },
    ])
  })

  test('holds no id of this browser and nothing but the draft', () => {
    expect(Object.keys(toDraftFile([draft]).drafts[0] ?? {})).toEqual([
      'title',
      'place',
      'name',
      'workspace_id',
      'dataset_id',
      'task_details',
      'questions',
      'html_profile',
      'only_kept',
    ])
  })
})

test('a file written by hand may leave out all but the texts', () => {
  const { drafts } = readDraftFile(
    'format: batch-composer-drafts\nversion: 1\ndrafts:\n  - task_details:\n      task_name: A\n      task_introduction: <p>B</p>\n      task_steps: |\n        <p>C</p>\n',
  )
  expect(drafts).toEqual([
    {
      name: '',
      place: 'practice',
      texts: { ...blankTexts, taskTitle: 'A', introduction: '<p>B</p>', steps: '<p>C</p>\n' },
    },
  ])
})

describe('a file is refused as a whole, with the reason, when it', () => {
  test.each([
    ['is empty', ' \n', null, '', /empty/],
    [
      'is broken JSON',
      '{\n "format": "batch-composer-drafts",\n "version" 1 }',
      3,
      '',
      /colon expected/,
    ],
    ['is broken YAML', 'format: "a\nversion: 1', 2, '', /not readable YAML/],
    ['is another file', '{"name": "x"}', 1, 'format', /missing/],
    [
      'is of a later version',
      '{"format":"batch-composer-drafts",\n"version":2,"drafts":[]}',
      2,
      'version',
      /“1”/,
    ],
    [
      'has no drafts',
      '{"format":"batch-composer-drafts","version":1,"drafts":[]}',
      1,
      'drafts',
      /list is empty/,
    ],
    ['has aliases that grow', 'a: &a [x, x]\nb: &b [*a, *a]\nformat: *b', null, '', /aliases/],
    ['is text', 'Just a line', 1, '', /group of fields/],
  ])('%s', (_case, text, line, field, reason) => {
    const { drafts, problems } = readDraftFile(text)
    expect(drafts).toEqual([])
    expect(problems).toMatchObject([{ draft: '', line, field }])
    expect(problems[0]?.reason).toMatch(reason)
  })

  test.each([
    ['is too long', '['.repeat(50_000_000)],
    ['is nested without end, as JSON', '['.repeat(9_000_000)],
    ['is nested without end, as YAML', `a: ${'['.repeat(290_000)}`],
    [
      'is nested by indentation',
      Array.from({ length: 1900 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'),
    ],
  ])('%s', (_case, text) => {
    expect(readDraftFile(text).drafts).toEqual([])
  })
})

test('no damaged file throws', () => {
  const whole = writeJson([draft])
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(20), anyText, (at, length, put) => {
      const { drafts, problems } = readDraftFile(
        whole.slice(0, at) + put + whole.slice(at + length),
      )
      expect(drafts.length + problems.length).toBeGreaterThan(0)
    }),
  )
})

test('the published schema says what may be written, in the words of the file', () => {
  expect(draftFileSchema()).toMatchObject({
    required: ['format', 'version', 'drafts'],
    additionalProperties: false,
    properties: { drafts: { items: { required: ['task_details'], additionalProperties: false } } },
  })
})

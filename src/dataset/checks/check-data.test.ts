import { describe, expect, it } from 'vitest'
import { guessColumns } from '#dataset/columns/guess-columns.ts'
import { withHeadings } from '#dataset/columns/with-headings.ts'
import type { ColumnUse, RecipeColumn } from '#dataset/recipe.ts'
import type { SourceNote } from '#dataset/source-table.ts'
import { applySteps } from '#dataset/steps/apply-steps.ts'
import { sourceOf } from '#test/tables.ts'
import { checkData, type Finding } from './check-data.ts'

/** The findings of a table, its columns as guessed apart from these uses and labels. */
function check(
  cells: string[][],
  changes: Record<string, Partial<RecipeColumn>> = {},
  notes: SourceNote[] = [],
) {
  const source = sourceOf(cells, notes)
  const table = withHeadings(source, 1)
  const columns = guessColumns(table).map((column) => ({ ...column, ...changes[column.heading] }))
  return checkData(table, columns, source)
}

const uses = (given: Record<string, ColumnUse>) =>
  Object.fromEntries(Object.entries(given).map(([heading, use]) => [heading, { use }]))

const messages = (findings: Finding[]) => findings.map(({ message }) => message)
const only = (findings: Finding[], id: string) => findings.find((one) => one.id === id)

/** Rows of words that nothing is wrong with, so that a check finds what the test is about. */
const words = ['cat', 'dog', 'sun', 'sea', 'ice', 'oak', 'fox', 'owl', 'elm', 'bee', 'ant', 'jay']

/** A column of these cells beside ordinary ones, under headings that say nothing. */
const beside = (heading: string, cells: string[]) => [
  ['word', heading],
  ...cells.map((cell, index) => [words[index] ?? '', cell]),
]

it('finds nothing in a plain table', () => {
  expect(check(beside('text', ['One fine day', 'Two fine days', 'Three. Why not?']))).toEqual([])
})

describe('what cannot be sent', () => {
  it('is no rows, or no columns', () => {
    expect(messages(check([['text']]))).toEqual(['There are no rows below the headings.'])
    expect(
      only(check([['text'], ['a b']], uses({ text: 'left_out' })), 'no-columns'),
    ).toMatchObject({
      level: 'must',
      message: 'All columns are left out, so there is nothing to send.',
    })
  })

  it('is a name twice, two columns that make groups, and names that are too long', () => {
    const cells = [
      ['a', 'b', 'c', 'd'],
      ['x y', 'z', '1', '2'],
    ]
    const findings = check(cells, {
      a: { key: 'b', label: 'x'.repeat(300) },
      b: { key: 'b' },
      c: { use: 'task_group_id', key: 'k'.repeat(129) },
      d: { use: 'task_group_id', key: '' },
    })
    expect(messages(findings.filter(({ level }) => level === 'must'))).toEqual([
      'The label of ‘a’ has 300 characters. Prolific takes 255.',
      '‘a’ and ‘b’ have the same name in the dataset: ‘b’.',
      'The name of ‘c’ in the dataset is longer than 128 characters.',
      'Column ‘d’ has no name in the dataset.',
      '‘c’ and ‘d’ both make groups. Only one column can.',
    ])
    expect(only(findings, 'two-groups:d')?.setUse).toEqual({
      column: 'd',
      use: 'metadata',
      label: 'Hide ‘d’',
    })
  })

  it('is more columns than a schema can have', () => {
    const headings = Array.from({ length: 201 }, (_, at) => `word ${at}x`)
    const findings = check([headings, headings.map(() => 'a b')])
    expect(messages(findings.filter(({ level }) => level === 'must'))).toEqual([
      'There are 201 columns. Prolific takes 200: leave some out.',
    ])
  })
})

describe('rows', () => {
  it('that are empty, with the numbers of the spreadsheet', () => {
    expect(check(beside('text', ['a b', 'c d']).toSpliced(2, 0, ['', ' ']))).toEqual([
      {
        id: 'empty-rows',
        level: 'should',
        message: 'Row 3 is empty.',
        column: null,
        rows: [3],
        count: 1,
        fix: { label: 'Remove the empty row', step: { kind: 'drop-empty-rows' } },
        setUse: null,
      },
    ])
  })

  it('that are the same', () => {
    const rows = [['a b'], ['c d'], ['a b']]
    expect(check([['text'], ...rows])).toEqual([
      {
        id: 'doubled-rows',
        level: 'should',
        message: 'Rows 2 and 4 are the same.',
        column: null,
        rows: [2, 4],
        count: 2,
        fix: { label: 'Remove the repeated row', step: { kind: 'drop-doubled-rows' } },
        setUse: null,
      },
    ])
    expect(messages(check([['text'], ...rows, ['c d'], ['a b'], ['a b'], ['a b']]))).toEqual([
      'Rows 4, 5, 6 and 2 more repeat earlier rows.',
    ])
  })

  it('that only hidden columns tell apart', () => {
    const cells = [
      ['id', 'text'],
      ['1', 'a b'],
      ['2', 'c d'],
      ['3', 'a b'],
    ]
    expect(check(cells)).toMatchObject([
      { id: 'alike-rows', level: 'note', message: 'Rows 2 and 4 are the same for participants.' },
    ])
  })

  it('that lack what participants should see', () => {
    const [missing] = check(beside('text', ['a b', '', 'c d', ' ', 'e f']))
    expect(missing).toMatchObject({
      id: 'empty:text',
      level: 'should',
      message: 'Rows 3 and 5 have nothing in ‘text’.',
      rows: [3, 5],
      fix: { label: 'Remove 2 rows', step: { kind: 'drop-rows-without', column: 'text' } },
    })
    expect(check(beside('text', ['', '', 'a b']))).toMatchObject([{ level: 'note', fix: null }])
    expect(check(beside('text', ['', '']), uses({ text: 'text' }))).toMatchObject([
      { message: 'Column ‘text’ is empty.', setUse: { use: 'left_out' }, fix: null },
    ])
  })

  it('that are many are counted, and a thousand of them kept', () => {
    const cells = [
      ['a', 'b'],
      ...Array.from({ length: 4000 }, (_, at) => [`word ${at} x`, at % 2 ? 'x' : '']),
    ]
    const missing = only(check(cells, uses({ b: 'text' })), 'empty:b')
    expect(missing?.message).toBe('Rows 2, 4, 6 and 1,997 more have nothing in ‘b’.')
    expect(missing?.rows).toHaveLength(1000)
    expect(missing?.count).toBe(2000)
  })
})

describe('cells', () => {
  it.each<[string, Finding['level'], string, string | null]>([
    [
      'donâ€™t',
      'should',
      'Row 2 of ‘text’ has damaged characters, such as â€™ instead of ’.',
      'repair-encoding',
    ],
    [
      'don\uFFFDt',
      'should',
      'Row 2 of ‘text’ has characters that could not be read (\uFFFD). Try another encoding, or save the file as UTF-8.',
      null,
    ],
    [
      'a\u0000b',
      'should',
      'Row 2 of ‘text’ has control or other invisible characters.',
      'drop-control-characters',
    ],
    [
      'a\uDC00b',
      'should',
      'Row 2 of ‘text’ has control or other invisible characters.',
      'drop-control-characters',
    ],
    [' a b', 'note', 'Row 2 of ‘text’ has spaces at the start or end of a cell.', 'trim-spaces'],
    ['a\nb', 'note', 'Row 2 of ‘text’ has line breaks. Prolific may show them as spaces.', null],
    [
      '<b>a</b>',
      'should',
      'Row 2 of ‘text’ has HTML. Participants may see the tags.',
      'html-to-text',
    ],
    [
      '**a** b',
      'note',
      'Row 2 of ‘text’ has Markdown. Participants may see its signs, such as **.',
      'markdown-to-text',
    ],
    [
      '=HYPERLINK("x")',
      'should',
      'Row 2 of ‘text’ shows a formula as text. Participants see it like that.',
      null,
    ],
    [
      "=cmd|'/c calc'!A1",
      'should',
      'Row 2 of ‘text’ shows a formula as text. Participants see it like that.',
      null,
    ],
    [
      '@SUM(1)',
      'should',
      'Row 2 of ‘text’ shows a formula as text. Participants see it like that.',
      null,
    ],
    [
      'word '.repeat(2100).trim(),
      'should',
      'Row 2 of ‘text’ has more than 10,000 characters. Try it in Prolific first.',
      null,
    ],
    [
      'Write to ada@example.org.',
      'should',
      'Row 2 of ‘text’ contains an e-mail address. Prolific cannot delete uploaded data.',
      null,
    ],
  ])('%j', (cell, level, message, kind) => {
    const findings = check(beside('text', [cell, 'Two words', 'Three words, too', 'Four']))
    expect(findings).toMatchObject([{ level, message, rows: [2], count: 1, column: 'text' }])
    expect(findings[0]?.fix?.step.kind ?? null).toBe(kind)
  })

  it.each([
    '-5',
    '+49',
    '@anna',
    '- one',
    '= ',
    'a = b',
    '5 < 6',
    'R&D',
    '_____',
    '#1',
    'É',
    '日本語',
    'مرحبا',
    '👩‍👩‍👧',
  ])('has nothing wrong in %j', (cell) => {
    expect(check(beside('text', [cell, 'Two words', 'Three words']))).toMatchObject(
      cell === '= ' ? [{ id: 'spaces' }] : [],
    )
  })

  it('that Excel cut', () => {
    const findings = check(beside('text', ['x'.repeat(32_767), 'a b', 'c d']))
    expect(messages(findings)).toContain(
      'Row 2 of ‘text’ may be cut off: Excel keeps 32,767 characters of a cell.',
    )
  })

  it('of several columns are one finding where one step fixes them', () => {
    const findings = check([
      ['a', 'b'],
      [' x y', 'z '],
      ['ok now', 'fine '],
      ['fair', 'good'],
    ])
    expect(findings).toMatchObject([
      {
        id: 'spaces',
        column: null,
        message: 'Rows 2 and 3 have spaces at the start or end of a cell.',
        count: 2,
      },
    ])
  })

  it('of columns that are left out do not count, and those that are hidden are not read by anybody', () => {
    const cells = beside('text', ['<b>a</b> â€™ x@example.org', 'c d', 'e f'])
    expect(check(cells, uses({ text: 'left_out' }))).toEqual([])
    expect(check(cells, uses({ text: 'metadata' })).map(({ id }) => id)).toEqual([
      'damaged',
      'email:text',
    ])
  })
})

describe('addresses', () => {
  const picture = (address: string) =>
    check(beside('picture', [address, 'https://x.org/b.png', 'https://x.org/c.png']))

  it.each([
    ['b.png', 'Row 2 of ‘picture’ has no web address of a picture.'],
    [
      'https://drive.google.com/file/d/1/view',
      'The address in row 2 of ‘picture’ opens a page, not a picture. Link to the file itself.',
    ],
    [
      'https://x.sharepoint.com/:i:/s/1',
      'The address in row 2 of ‘picture’ opens a page, not a picture. Link to the file itself.',
    ],
    [
      'https://www.dropbox.com/s/1/a.png?dl=0',
      'The address in row 2 of ‘picture’ opens a page, not a picture. Link to the file itself.',
    ],
    [
      'https://x.org/a.mp3',
      'The address in row 2 of ‘picture’ leads to another kind of file than a picture.',
    ],
    [
      'http://x.org/a.png',
      'The address in row 2 of ‘picture’ starts with http://. Browsers may block it.',
    ],
  ])('%s', (address, message) => {
    expect(messages(picture(address))).toEqual([message])
  })

  it.each([
    'https://x.org/a',
    'https://www.dropbox.com/s/1/a.png?raw=1',
    'https://x.org/ä b.png'.replace(' ', '%20'),
  ])('has nothing wrong in %s', (address) => {
    expect(picture(address)).toEqual([])
  })

  it('that start with http:// can be changed', () => {
    expect(picture('http://x.org/a.png')[0]?.fix).toEqual({
      label: 'Change to https://',
      step: { kind: 'http-to-https', column: 'picture' },
    })
  })

  it('of sounds have to end as Prolific expects', () => {
    const findings = check(
      beside('sound', ['https://x.org/a.ogg', 'https://x.org/b.mp3', 'https://x.org/c.mp3']),
    )
    expect(messages(findings)).toEqual([
      'The address in row 2 of ‘sound’ does not end in .aac, .m4a, .mp3 or .wav, as Prolific expects.',
    ])
  })

  it('that are shown as text can be shown as what they are', () => {
    const findings = check(
      beside('picture', ['https://x.org/a.png', 'https://x.org/b.png']),
      uses({ picture: 'text' }),
    )
    expect(findings).toMatchObject([
      { level: 'note', setUse: { column: 'picture', use: 'image_url', label: 'Show as pictures' } },
    ])
  })
})

describe('columns', () => {
  it.each([
    ['contact', 'ada@example.org', 'e-mail addresses'],
    ['mobile', '07700 900123', 'phone numbers'],
    ['First name', 'Ada', 'names of people'],
    ['ip', '10.0.0.1', 'IP addresses'],
    ['PROLIFIC_PID', '5f1a2b3c4d5e6f7a8b9c0d1e', 'Prolific IDs'],
    ['iban', 'GB29NWBK60161331926819', 'bank account numbers'],
    ['home address', '12 Main Street', 'postal addresses'],
    ['date_of_birth', '1990-01-31', 'dates of birth'],
    ['LocationLatitude', '51.5072', 'locations'],
  ])('%s with %s holds personal data', (heading, value, kind) => {
    expect(check(beside(heading, [value, '']))).toEqual([
      {
        id: `privacy:${heading}`,
        level: 'should',
        message: `Column ‘${heading}’ looks like ${kind}. It is set to Hidden. Prolific cannot delete uploaded data.`,
        column: heading,
        rows: [],
        count: 0,
        fix: null,
        setUse: { column: heading, use: 'left_out', label: 'Leave it out' },
      },
    ])
  })

  it('say so when participants would see personal data', () => {
    const cells = beside('contact', ['ada@example.org', 'b@example.org'])
    expect(messages(check(cells, uses({ contact: 'text' })))).toEqual([
      'Column ‘contact’ looks like e-mail addresses. Participants see it. Prolific cannot delete uploaded data.',
    ])
  })

  it.each([
    [
      'gpt-4o answer',
      'Participants see the label ‘gpt-4o answer’. Participants may learn from it which model wrote a text.',
    ],
    [
      'Condition',
      'Participants see the label ‘Condition’. Participants may learn their condition from it.',
    ],
    ['stimuli.csv', 'Participants see the label ‘stimuli.csv’. It looks like the name of a file.'],
  ])('with the label ‘%s’ may give something away', (label, message) => {
    const cells = beside('text', ['a b', 'c d'])
    expect(messages(check(cells, { text: { label } }))).toEqual([message])
    expect(check(cells, { text: { label, use: 'metadata' } })).toEqual([])
  })

  it('without a heading have a label that nobody chose', () => {
    expect(messages(check(beside('', ['a b', 'c d'])))).toEqual([
      'Participants see the label ‘Column B’, because the column has no heading.',
    ])
  })

  it('have to be shown, at least one of them', () => {
    expect(
      only(check([['text'], ['a b']], uses({ text: 'metadata' })), 'nothing-shown'),
    ).toMatchObject({
      level: 'should',
    })
  })
})

describe('groups', () => {
  const grouped = (sizes: Record<string, number>) =>
    check(
      [
        ['text', 'block'],
        ...Object.entries(sizes).flatMap(([value, count]) =>
          Array.from({ length: count }, (_, at) => [`Text ${value} ${at}`, value]),
        ),
      ],
      uses({ block: 'task_group_id' }),
    )

  it('of one size are fine, and small differences a note', () => {
    expect(grouped({ A: 3, B: 3 })).toEqual([])
    expect(grouped({ A: 4, B: 5 })).toMatchObject([{ level: 'note', fix: null }])
  })

  it('of very different sizes can be split', () => {
    expect(grouped({ A: 2, B: 4, C: 4, D: 5 })).toMatchObject([
      {
        level: 'should',
        message: 'The groups of ‘block’ have 2 to 5 rows, so some participants have more to do.',
        fix: {
          label: 'Split into at most 4',
          step: { kind: 'split-groups', column: 'block', most: 4 },
        },
      },
    ])
  })

  it('with most rows, with all, or with one each', () => {
    expect(messages(grouped({ A: 30, B: 5, C: 5 }))).toEqual([
      'Group ‘A’ of ‘block’ has 30 of 40 rows.',
    ])
    expect(messages(grouped({ A: 120 }))).toEqual([
      'All rows are in one group, so that each participant works through all 120.',
    ])
    expect(grouped({ A: 1, B: 1, C: 1 })).toMatchObject([
      { id: 'group-a-row', setUse: { use: 'metadata', label: 'Do not group by ‘block’' } },
    ])
  })

  it('that are missing can take the one above', () => {
    const findings = check(
      [
        ['text', 'block'],
        ['a b', 'A'],
        ['c d', ''],
        ['e f', 'B'],
        ['g h', 'B'],
      ],
      uses({ block: 'task_group_id' }),
    )
    expect(only(findings, 'empty:block')).toMatchObject({
      message: 'Row 3 is in no group: ‘block’ is empty there.',
      fix: { step: { kind: 'fill-down', column: 'block' } },
    })
  })
})

describe('notes of the reader', () => {
  const note = (
    kind: SourceNote['kind'],
    rows: number[],
    column: number | null = null,
  ): SourceNote => ({
    kind,
    rows,
    count: rows.length,
    column,
  })
  const cells = beside('text', ['a b', 'c d', 'e f'])
  const said = (...notes: SourceNote[]) => messages(check(cells, {}, notes))

  it('are sentences with row numbers', () => {
    expect(said(note('picture', [2, 4]))).toEqual([
      'Rows 2 and 4 have pictures in cells. They are not taken along: Prolific needs web addresses.',
    ])
    expect(said(note('long-number', [3], 1))).toEqual([
      'Row 3 of ‘text’ has numbers of more than 15 digits. Spreadsheets round them: store them as text.',
    ])
    expect(said(note('open-quote', [3]))).toEqual([
      'A quotation mark in row 3 is never closed, so rows may have run together.',
    ])
    expect(said(note('hidden-rows', [2]))).toEqual([
      'Row 2 is hidden in the sheet, but was read as well.',
    ])
    expect(said(note('macros', []))).toEqual(['The file holds macros. They were not run.'])
  })

  it('end with what they are about', () => {
    expect(said(note('ragged-row', [1, 99]))).toEqual([])
    expect(check(cells, uses({ text: 'left_out' }), [note('long-number', [3], 1)])).toEqual([])
  })

  it('about merged cells end once those are filled', () => {
    const merged = note('merged-cells', [3], 1)
    const source = sourceOf(beside('block', ['A', '', 'B', 'B']), [merged])
    const table = withHeadings(source, 1)
    const columns = guessColumns(table)
    const found = only(checkData(table, columns, source), 'source-merged-cells:block')
    expect(found?.message).toBe(
      'Row 3 of ‘block’ has merged cells. Only the first of them has the value.',
    )
    const filled = applySteps(table, found?.fix ? [found.fix.step] : [])
    expect(only(checkData(filled, columns, source), 'source-merged-cells:block')).toBeUndefined()
  })
})

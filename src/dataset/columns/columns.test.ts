import { describe, expect, it } from 'vitest'
import { sourceOf, tableOf } from '#test/tables.ts'
import { groupSizes } from './groups.ts'
import { guessColumns, safeKey } from './guess-columns.ts'
import { matchColumns } from './match-columns.ts'
import { withHeadings } from './with-headings.ts'

const usesOf = (text: string[][]) =>
  Object.fromEntries(guessColumns(tableOf(text)).map(({ heading, use }) => [heading, use]))

/** A table of one column with this heading and these values. */
const useOf = (heading: string, values: string[]) =>
  guessColumns(tableOf([[heading], ...values.map((value) => [value])]))[0]?.use

describe('headings', () => {
  it('come off the top, and the rows keep their numbers and stay the same objects', () => {
    const source = sourceOf([
      ['id', 'text'],
      ['1', 'One'],
      ['2', 'Two'],
    ])
    const table = withHeadings(source, 1)
    expect(table.headings).toEqual(['id', 'text'])
    expect(table.rows.map(({ number }) => number)).toEqual([2, 3])
    expect(table.rows[0]).toBe(source.rows[1])
  })

  it('are made where the file has none, and told apart where it repeats one', () => {
    const source = sourceOf([['text', '', 'text', 'text (2)', ' text\n', '']])
    expect(withHeadings(source, 1).headings).toEqual([
      'text',
      'Column B',
      'text (3)',
      'text (2)',
      'text (4)',
      'Column F',
    ])
    expect(withHeadings(source, 0).headings.at(-1)).toBe('Column F')
    expect(withHeadings(source, 0).rows).toHaveLength(1)
  })

  it('join two rows, an empty upper cell being part of the group on its left', () => {
    const source = sourceOf([
      ['id', 'Person', '', 'text', '', ''],
      ['', 'name', 'age', '', 'note', ''],
    ])
    expect(withHeadings(source, 2).headings).toEqual([
      'id',
      'Person: name',
      'Person: age',
      'text',
      'note',
      'Column F',
    ])
  })

  it('take no more rows than there are', () => {
    expect(withHeadings(sourceOf([['a']]), 2)).toEqual({ headings: ['a'], rows: [] })
    expect(withHeadings(sourceOf([]), 2)).toEqual({ headings: [], rows: [] })
  })

  it('go on after Z', () => {
    const source = sourceOf([Array.from({ length: 28 }, () => '')])
    expect(withHeadings(source, 1).headings.slice(-3)).toEqual([
      'Column Z',
      'Column AA',
      'Column AB',
    ])
  })
})

describe('safe keys', () => {
  it.each([
    ['Text of the item', 'text_of_the_item'],
    ['Größe (cm)', 'groesse_cm'],
    ['Café crème', 'cafe_creme'],
    ['Łódź', 'lodz'],
    ['stimulus_id', 'stimulus_id'],
    ['2024', 'column_2024'],
    ['__proto__', 'proto'],
    ['constructor', 'column_constructor'],
    ['文字', 'column_1'],
    ['', 'column_1'],
    ['\uD800', 'column_1'],
  ])('make %j into %j', (heading, key) => {
    expect(safeKey(heading, new Set())).toBe(key)
  })

  it('are unique and no longer than the API takes', () => {
    const taken = new Set<string>()
    for (let count = 0; count < 12; count++) taken.add(safeKey('ä'.repeat(200), taken))
    expect(taken.size).toBe(12)
    expect(Math.max(...Array.from(taken, (key) => key.length))).toBe(128)
    expect(safeKey('文字', new Set(['id']))).toBe('column_2')
  })
})

describe('what a column becomes', () => {
  it('is read from its values', () => {
    expect(
      usesOf([
        ['id', 'text', 'photo', 'sound', 'clip', 'block', 'empty'],
        [
          'a1',
          'One',
          'https://x.org/1.png',
          'https://x.org/1.MP3',
          'https://x.org/1.mp4?x=1',
          'A',
          '',
        ],
        ['a2', 'Two', 'https://x.org/2.png', 'https://x.org/2.wav', 'https://x.org/2.mov', 'A', ''],
        ['a3', 'Six', 'https://x.org/3.jpg', 'https://x.org/3.m4a', 'https://x.org/3.mp4', 'B', ''],
        ['a4', 'Ten', 'https://x.org/4.webp', '', 'https://x.org/4.mp4', 'B', ''],
      ]),
    ).toEqual({
      id: 'metadata',
      text: 'text',
      photo: 'image_url',
      sound: 'audio_url',
      clip: 'video_url',
      block: 'task_group_id',
      empty: 'left_out',
    })
  })

  it.each([
    ['picture', ['https://drive.google.com/file/d/1/view'], 'image_url'],
    ['link', ['https://images.unsplash.com/photo-1'], 'image_url'],
    ['link', ['https://example.org/page'], 'text'],
    ['text', ['Look at https://x.org/a.png'], 'text'],
    ['contact', ['ada@example.org', 'b@example.org'], 'metadata'],
    ['Phone', ['020 7946 0958'], 'metadata'],
    ['x', ['+44 7911 123456', '+1 555 010 9999'], 'metadata'],
    ['IPAddress', ['192.168.0.1', '10.0.0.7'], 'metadata'],
    ['participant', ['5f1a2b3c4d5e6f7a8b9c0d1e'], 'metadata'],
    ['Name', ['Ada Byron', 'Grace Hopper'], 'metadata'],
    ['account', ['DE89 3704 0044 0532 0130 00', 'GB29NWBK60161331926819'], 'metadata'],
    ['home', ['12 Main Street', '4 Mill Road'], 'metadata'],
    ['date', ['2023-01-05', '2023-01-06'], 'text'],
    ['score', ['0.12', '0.73', '0.55'], 'text'],
    ['word', ['cat', 'dog', 'sun'], 'text'],
    ['answer', ['yes', 'no', 'yes'], 'text'],
    ['Column A', ['1', '2', '3', '4'], 'metadata'],
    ['case', ['P01', 'P02', 'P03'], 'metadata'],
    ['group', ['1', '2', '3'], 'metadata'],
    ['group', ['1', '1', '1'], 'text'],
    ['condition', ['a', 'b'], 'metadata'],
    ['META_TASK_GROUP_ID', ['1', '2'], 'task_group_id'],
  ])('is for %j with %j: %s', (heading, values, use) => {
    expect(useOf(heading, values)).toBe(use)
  })

  it('makes groups once', () => {
    expect(
      usesOf([
        ['set', 'block'],
        ['1', '1'],
        ['1', '1'],
        ['2', '2'],
        ['2', '2'],
      ]),
    ).toEqual({ set: 'task_group_id', block: 'metadata' })
  })
})

describe('a newer file', () => {
  const before = guessColumns(
    tableOf([
      ['id', 'text', 'old'],
      ['1', 'One', 'x y'],
    ]),
  ).map((column) =>
    column.heading === 'text' ? { ...column, key: 'body', label: 'Read' } : column,
  )

  it('keeps what was chosen for the columns it still has, and names the others', () => {
    const table = tableOf([
      ['body', 'text', 'id'],
      ['New', 'One', '1'],
    ])
    expect(matchColumns(table, before)).toEqual({
      columns: [
        { heading: 'id', key: 'id', label: 'id', use: 'metadata' },
        { heading: 'text', key: 'body', label: 'Read', use: 'text' },
        { heading: 'body', key: 'body_2', label: 'body', use: 'text' },
      ],
      missing: ['old'],
      added: ['body'],
    })
  })
})

it('counts the rows of each group', () => {
  const table = tableOf([
    ['block', 'text'],
    ['b', 'One'],
    ['a', 'Two'],
    ['b', 'Six'],
    ['', 'Ten'],
  ])
  const columns = guessColumns(table)
  expect(groupSizes(table, columns)).toBeNull()
  const grouped = columns.map((column) =>
    column.heading === 'block' ? { ...column, use: 'task_group_id' as const } : column,
  )
  expect(groupSizes(table, grouped)).toEqual([
    { value: 'b', rows: 2 },
    { value: 'a', rows: 1 },
  ])
})

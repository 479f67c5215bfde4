// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { ReadChoice, SourceTable } from '#dataset/source-table.ts'
import { readTable } from './read-table.ts'

const cellsOf = (table: SourceTable) => table.rows.map(({ cells }) => cells)
const notesOf = (table: SourceTable) =>
  table.notes.map(({ kind, rows, count }) => [kind, count, ...rows])
const read = (text: string | Uint8Array<ArrayBuffer>, choice?: ReadChoice) =>
  readTable(new Blob([text]), 'items.csv', choice)

describe('cells and records', () => {
  it.each<[string, string, readonly (readonly string[])[], readonly unknown[][]]>([
    [
      'commas',
      'id,text\n1,a\n2,b\n',
      [
        ['id', 'text'],
        ['1', 'a'],
        ['2', 'b'],
      ],
      [],
    ],
    [
      'no line break at the end',
      'id,text\n1,a',
      [
        ['id', 'text'],
        ['1', 'a'],
      ],
      [],
    ],
    [
      'CRLF',
      'id,text\r\n1,a\r\n',
      [
        ['id', 'text'],
        ['1', 'a'],
      ],
      [],
    ],
    [
      'CR alone',
      'id,text\r1,a\r2,b',
      [
        ['id', 'text'],
        ['1', 'a'],
        ['2', 'b'],
      ],
      [],
    ],
    [
      'mixed line breaks',
      'id,text\r\n1,a\n2,b\r3,c',
      [
        ['id', 'text'],
        ['1', 'a'],
        ['2', 'b'],
        ['3', 'c'],
      ],
      [],
    ],
    [
      'a quoted separator',
      'id,text\n1,"a, b"\n',
      [
        ['id', 'text'],
        ['1', 'a, b'],
      ],
      [],
    ],
    [
      'doubled quotes',
      'id,text\n1,"say ""hi"""\n',
      [
        ['id', 'text'],
        ['1', 'say "hi"'],
      ],
      [],
    ],
    [
      'a quoted line break',
      'id,text\n1,"a\r\nb\nc"\n2,d\n',
      [
        ['id', 'text'],
        ['1', 'a\r\nb\nc'],
        ['2', 'd'],
      ],
      [],
    ],
    [
      'a quote in an unquoted cell',
      'id,text\n1,5" pipe\n2,ok\n',
      [
        ['id', 'text'],
        ['1', '5" pipe'],
        ['2', 'ok'],
      ],
      [],
    ],
    [
      'text after a closing quote',
      'id,text\n1,"x" y\n2,ok\n',
      [
        ['id', 'text'],
        ['1', 'x y'],
        ['2', 'ok'],
      ],
      [],
    ],
    [
      'empty quoted cells',
      'a,b,c\n"","",x\n',
      [
        ['a', 'b', 'c'],
        ['', '', 'x'],
      ],
      [],
    ],
    [
      'a blank line in the middle',
      'id,text\n1,a\n\n2,b\n',
      [
        ['id', 'text'],
        ['1', 'a'],
        ['', ''],
        ['2', 'b'],
      ],
      [],
    ],
    [
      'blank lines at the end',
      'id,text\n1,a\n\n\n',
      [
        ['id', 'text'],
        ['1', 'a'],
      ],
      [],
    ],
    [
      'a short row',
      'a,b,c\n1,2\n3,4,5\n',
      [
        ['a', 'b', 'c'],
        ['1', '2', ''],
        ['3', '4', '5'],
      ],
      [['ragged-row', 1, 2]],
    ],
    [
      'a long row',
      'a,b\n1,2,3\n4,5\n6,7\n',
      [
        ['a', 'b', ''],
        ['1', '2', '3'],
        ['4', '5', ''],
        ['6', '7', ''],
      ],
      [['ragged-row', 1, 2]],
    ],
    [
      'a quote that never closes',
      'a,b\n1,"open\n2,x\n3,y\n',
      [
        ['a', 'b'],
        ['1', '"open'],
        ['2', 'x'],
        ['3', 'y'],
      ],
      [['open-quote', 1, 2]],
    ],
    [
      'spaces are kept',
      'a,b\n 1 , x\n',
      [
        ['a', 'b'],
        [' 1 ', ' x'],
      ],
      [],
    ],
    [
      'one column',
      'text\nHello, you\nGood, bye, then\nPlain\n',
      [['text'], ['Hello, you'], ['Good, bye, then'], ['Plain']],
      [],
    ],
    [
      'a formula stays text',
      'a,b\n=cmd|calc,1\n',
      [
        ['a', 'b'],
        ['=cmd|calc', '1'],
      ],
      [],
    ],
  ])('%s', async (_, text, rows, notes) => {
    const table = await read(text)
    expect(cellsOf(table)).toEqual(rows)
    expect(notesOf(table)).toEqual(notes)
    expect(table.rows.map(({ number }) => number)).toEqual(rows.map((_row, at) => at + 1))
  })

  it('leaves out blank lines above the table, and counts them', async () => {
    const table = await read('\n\nid,text\n1,a,b\n')
    expect(table.rows.map(({ number }) => number)).toEqual([3, 4])
    expect(table.headingRows).toBe(1)
    expect(notesOf(table)).toEqual([['ragged-row', 1, 4]])
  })

  it('reads headings that begin like other files', async () => {
    for (const heading of ['ID3', 'PAR1', 'BMI', 'MM', 'Rar', '7z'])
      // oxlint-disable-next-line no-await-in-loop
      expect(cellsOf(await read(`${heading},text\n1,a\n`))[0]).toEqual([heading, 'text'])
  })
})

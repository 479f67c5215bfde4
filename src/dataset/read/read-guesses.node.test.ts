// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { ReadChoice } from '#dataset/source-table.ts'
import { readTable } from './read-table.ts'

const read = (text: string, choice?: ReadChoice) => readTable(new Blob([text]), 'a.txt', choice)

describe('separators', () => {
  it.each<[string, string, string | null, number]>([
    ['commas', 'a,b\n1,2\n', ',', 2],
    ['semicolons with decimal commas', 'a;b\n1,5;2,5\n3,5;4,5\n', ';', 2],
    ['tabs with commas in the text', 'a\tb\nHello, you\tx\nGood, bye, then\ty\n', '\t', 2],
    ['pipes', 'a|b|c\n1|2|3\n', '|', 3],
    ['separators in quotes', 'a;b\n"x,y,z";1\n"p,q,r";2\n', ';', 2],
    ['one column', 'text\nplain\n', null, 1],
    ['one column of sentences', 'text\nHello, you\nWell, then\n', null, 1],
    ['a title above', 'My study\n\nid,text,mood\n1,a,x\n2,b,y\n3,c,z\n4,d,w\n5,e,v\n', ',', 3],
    ['one record', 'a;b;c', ';', 3],
    ['pasted cells', 'id\ttext\n1\t"two\nlines"\n2\t"Hi," she said\n', '\t', 2],
  ])('finds %s', async (_, text, separator, width) => {
    const table = await read(text)
    expect(table.separator).toBe(separator)
    expect(table.width).toBe(width)
    expect(table.format).toBe(separator === '\t' ? 'tsv' : 'csv')
  })

  it('takes the line that tells Excel', async () => {
    const table = await read('sep=|\r\na|b;c\r\n1|2;3\r\n')
    expect(table.separator).toBe('|')
    expect(table.rows).toEqual([
      { number: 1, cells: ['a', 'b;c'] },
      { number: 2, cells: ['1', '2;3'] },
    ])
  })

  it('uses the one that was chosen', async () => {
    const table = await read('a,b;c\n1,2;3\n', { separator: ';' })
    expect(table.rows[1]?.cells).toEqual(['1,2', '3'])
    await expect(read('a', { separator: ';;' })).rejects.toThrow(/single character/u)
  })

  it('keeps quotation marks of pasted speech', async () => {
    const table = await read('id\ttext\n1\t"Hi," she said\n2\t"two\nlines"\n')
    expect(table.rows.map(({ cells }) => cells[1])).toEqual([
      'text',
      '"Hi," she said',
      'two\nlines',
    ])
  })
})

describe('headings', () => {
  it.each<[string, string, number]>([
    ['names over numbers', 'id,score\n1,5\n2,6\n', 1],
    ['names over texts', 'animal,sound\ncat,meow\ndog,woof\n', 1],
    ['an index without a name', ',text\n0,a\n1,b\n', 1],
    ['headings alone', 'id,text', 1],
    ['numbers at once', '1,cat\n2,dog\n', 0],
    ['addresses at once', 'https://a.example/1.png\nhttps://a.example/2.png\n', 0],
    ['a first row that comes again', 'yes,cat\nno,dog\nyes,cow\n', 0],
    ['the same text twice', 'cat,cat\ndog,cow\n', 0],
    ['groups of columns', 'Person,,Answer,\nname,age,mood,time\nAnn,30,good,5\nBob,40,bad,6\n', 2],
    ['a title of one cell', 'My study,,\n,,\nid,text,mood\n1,a,x\n', 0],
  ])('counts for %s', async (_, text, count) => {
    expect((await read(text, { separator: ',' })).headingRows).toBe(count)
  })
})

describe('JSON', () => {
  it.each<[string, string, string, readonly (readonly string[])[], readonly unknown[][]]>([
    [
      'a list of objects',
      '[{"a":1,"b":"x"},{"b":"y","c":true}]',
      'json',
      [
        ['a', 'b', 'c'],
        ['1', 'x', ''],
        ['', 'y', 'true'],
      ],
      [],
    ],
    [
      'an object with one list',
      '{"version":1,"items":[{"a":1},{"a":2}]}',
      'json',
      [['a'], ['1'], ['2']],
      [],
    ],
    [
      'objects in lines',
      '{"a":1}\n{"a":2}\n\n{"a":null,"b":""}\n{"a":4}\n',
      'jsonl',
      [
        ['a', 'b'],
        ['1', ''],
        ['2', ''],
        ['', ''],
        ['4', ''],
      ],
      [],
    ],
    [
      'a damaged line',
      '{"a":1}\n{"a":\n{"a":3}\n',
      'jsonl',
      [['a'], ['1'], ['3']],
      [['unreadable-record', 1, 2]],
    ],
    [
      'records that are no objects',
      '[{"a":1},5,null,{"a":2}]',
      'json',
      [['a'], ['1'], ['2']],
      [['unreadable-record', 2, 2, 3]],
    ],
    [
      'values within values',
      '[{"a":["x",1],"b":{"c":2}}]',
      'json',
      [
        ['a', 'b'],
        ['["x",1]', '{"c":2}'],
      ],
      [
        ['nested-value', 1, 1],
        ['nested-value', 1, 1],
      ],
    ],
    [
      'a long number',
      '[{"a":1234567890123456789,"b":0.1}]',
      'json',
      [
        ['a', 'b'],
        ['1234567890123456800', '0.1'],
      ],
      [['long-number', 1, 1]],
    ],
    ['half a character', '[{"a":"x\\ud800y"}]', 'json', [['a'], ['x\uFFFDy']], []],
    [
      'one line',
      '{"a":1,"b":2}',
      'json',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [],
    ],
  ])('reads %s', async (_, text, format, cells, notes) => {
    const table = await read(text)
    expect(table.format).toBe(format)
    expect(table.rows.map((row) => row.cells)).toEqual(cells)
    expect(table.headingRows).toBe(1)
    expect(table.rows[0]?.number).toBe(0)
    expect(table.notes.map(({ kind, count, rows }) => [kind, count, ...rows])).toEqual(notes)
  })

  it.each<[string, string, RegExp]>([
    ['several lists', '{"a":[{"x":1}],"b":[{"y":1}]}', /several lists: “a”, “b”/u],
    ['no objects', '[1,2,3]', /no list of objects/u],
    ['an empty list', '[]', /no list of objects/u],
    ['JSON that stops', '[{"a":1},{"a"', /not valid JSON/u],
  ])('refuses %s', async (_, text, sentence) => {
    await expect(read(text)).rejects.toThrow(sentence)
  })

  it('reads a table whose first heading is in brackets', async () => {
    expect((await read('[id],text\n1,a\n')).rows[0]?.cells).toEqual(['[id]', 'text'])
  })
})

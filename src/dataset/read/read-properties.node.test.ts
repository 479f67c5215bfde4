// @vitest-environment node
import * as fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { UnreadableFile, type SourceTable } from '#dataset/source-table.ts'
import { readTable } from './read-table.ts'
import { RecordSplitter } from './text/record-splitter.ts'
import { makeWorkbook, textRow } from './testing/make-workbook.ts'

const awkward = fc.constantFrom(
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\n',
  '\r',
  '\r\n',
  ' ',
  "'",
  '=',
  'é',
  '😀',
  '_x000D_',
  '<',
  '&',
  ']]>',
  'sep=;',
)
// XML holds no control characters, and a text file is told from other files by them.
const character = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 1 })
  .filter((one) => !/[\p{Cc}\p{Cs}]/u.test(one))
const cell = fc.array(fc.oneof(character, awkward), { maxLength: 8 }).map((parts) => parts.join(''))
const filled = cell.map((text) => `x${text}`)

/** Tables of two or more columns: the heading, and the last row and column, are filled. */
const table = fc.integer({ min: 2, max: 5 }).chain((width) => {
  const row = fc.array(cell, { minLength: width, maxLength: width })
  const full = fc.array(filled, { minLength: width, maxLength: width })
  return fc
    .tuple(full, fc.array(row, { maxLength: 6 }), full)
    .map(([first, rows, last]) => [first, ...rows, last])
})

const cellsOf = (read: SourceTable) => read.rows.map(({ cells }) => cells)
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
const runs = { numRuns: 100 }

it.each([',', ';', '\t', '|'])('reads back what was written with %j', async (separator) => {
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      async (rows, line, isQuoted) => {
        const mustQuote = (text: string) =>
          isQuoted || text === '' || /["\r\n]/u.test(text) || text.includes(separator)
        const text = rows
          .map((cells) => cells.map((one) => (mustQuote(one) ? quote(one) : one)).join(separator))
          .join(line)
        const read = await readTable(new Blob([text]), 'a.csv', { separator })
        expect(cellsOf(read)).toEqual(rows)
        expect(read.notes).toEqual([])
      },
    ),
    runs,
  )
})

it('splits the same however the text is cut', () => {
  const split = (pieces: readonly string[]) => {
    const records: string[][] = []
    let open = 0
    const splitter = new RecordSplitter(
      ',',
      (cells) => records.push(cells),
      () => (open += 1),
    )
    for (const piece of pieces) splitter.push(piece)
    splitter.end()
    return { records, open }
  }
  fc.assert(
    fc.property(fc.array(fc.oneof(awkward, fc.constantFrom('a', 'b', ','))), (pieces) => {
      expect(split(pieces)).toEqual(split([pieces.join('')]))
      expect(split(pieces.join('').split(''))).toEqual(split([pieces.join('')]))
    }),
    { numRuns: 1_000 },
  )
})

it('splits as Papa does where the text is well formed', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const text = Papa.unparse(rows, { newline: '\n' })
      const records: string[][] = []
      const splitter = new RecordSplitter(
        ',',
        (cells) => records.push(cells),
        () => {},
      )
      splitter.push(text)
      splitter.end()
      expect(records).toEqual(Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' }).data)
    }),
    runs,
  )
})

it('reads back objects in lines', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const keys = (rows[0] ?? []).map((key, at) => `${at}${key}`)
      const lines = rows
        .slice(1)
        .map((cells) =>
          JSON.stringify(Object.fromEntries(cells.map((text, at) => [keys[at], text]))),
        )
      const read = await readTable(new Blob([lines.join('\n')]), 'a.jsonl')
      expect(cellsOf(read)).toEqual([keys, ...rows.slice(1)])
    }),
    runs,
  )
})

const escape = (text: string) =>
  text
    .replaceAll('_x', '_x005F_x')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')

it('reads back the texts of a workbook', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const markup = rows.map((cells, at) => textRow(at + 1, ...cells.map((text) => escape(text))))
      const bytes = makeWorkbook({ sheets: [{ rows: markup.join('') }] })
      expect(cellsOf(await readTable(new Blob([bytes]), 'a.xlsx'))).toEqual(rows)
    }),
    runs,
  )
})

it('reads back the texts and numbers that hucre writes', async () => {
  const value = fc.oneof(
    cell.filter((text) => !/\r|_x/u.test(text)),
    fc.integer({ min: -999_999, max: 999_999 }),
    fc.boolean(),
  )
  const row = fc.array(value, { minLength: 3, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
      const all = [['a', 'b', 'c'], ...rows, ['x', 'y', 'z']]
      const bytes = await writeXlsx({ sheets: [{ name: 'S', rows: all }] })
      const read = await readTable(new Blob([new Uint8Array(bytes)]), 'a.xlsx')
      const shown = all.map((cells) =>
        cells.map((one) => (typeof one === 'boolean' ? String(one).toUpperCase() : String(one))),
      )
      expect(cellsOf(read)).toEqual(shown)
    }),
    { numRuns: 50 },
  )
})

/** The table, or null when the file is refused. Anything else that is thrown is a fault. */
async function readOrRefuse(bytes: Uint8Array<ArrayBuffer>): Promise<SourceTable | null> {
  try {
    return await readTable(new Blob([bytes]), 'a')
  } catch (error) {
    if (error instanceof UnreadableFile) return null
    throw error
  }
}

const samples: readonly Uint8Array<ArrayBuffer>[] = [
  new TextEncoder().encode('id,text\r\n1,"a ""b"" é"\r\n2,"c\nd"\r\n'.repeat(5)),
  new TextEncoder().encode('[{"a":1,"b":[2,{"c":"x"}]},{"a":"😀"}]'),
  new TextEncoder().encode('{"a":1}\n{"a":2}\n{"b":"\\u00e9"}\n'),
  makeWorkbook({
    sheets: [
      {
        rows: `${textRow(1, 'a', 'b')}<row r="2"><c r="A2" s="1"><v>46110</v></c><c r="B2" t="s"><v>0</v></c></row>`,
        before: '<cols><col min="1" max="1" hidden="1"/></cols>',
        after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
      },
    ],
    strings: ['<t>one</t>'],
    formats: ['yyyy-mm-dd'],
  }),
]

it('reads damaged bytes as a table, or says that they cannot be read', async () => {
  const damage = fc.array(fc.tuple(fc.nat({ max: 5_000 }), fc.nat({ max: 255 })), {
    minLength: 1,
    maxLength: 8,
  })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...samples),
      damage,
      fc.option(fc.nat({ max: 3_000 })),
      async (sample, changes, end) => {
        const bytes = sample.slice(0, end ?? undefined)
        for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte
        const start = Date.now()
        const read = await readOrRefuse(bytes)
        for (const { cells } of read?.rows ?? []) expect(cells).toHaveLength(read?.width ?? 0)
        expect(Date.now() - start).toBeLessThan(5_000)
      },
    ),
    { numRuns: 600 },
  )
})

it('reads markup of any shape in bounded time', async () => {
  const piece = fc.constantFrom(
    '<row>',
    '<row r="3">',
    '</row>',
    '<c r="B2">',
    '<c t="s">',
    '<c t="inlineStr">',
    '</c>',
    '<v>',
    '1',
    '</v>',
    '<f>',
    '</f>',
    '<is>',
    '<t>',
    '</t>',
    '</is>',
    '</sheetData>',
    '<rPh>',
    '<c r="',
    '">',
    '&',
    '&#x;',
    '<![CDATA[',
    ']]>',
    '<!--',
    '<mergeCell ref="A1:C9"/>',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      const bytes = makeWorkbook({ sheets: [{ rows: pieces.join('') }], strings: ['<t>s</t>'] })
      const read = await readOrRefuse(bytes)
      expect(read?.width ?? 1).toBeGreaterThan(0)
    }),
    { numRuns: 200 },
  )
})

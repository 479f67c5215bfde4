// @vitest-environment node
import { strToU8, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { UnreadableFile } from '#dataset/source-table.ts'
import { readTable } from './read-table.ts'
import { makeWorkbook, textRow, workbookParts } from './testing/make-workbook.ts'

type Content = string | Uint8Array<ArrayBuffer>

/** The sentence with which a file is refused. */
async function refusalOf(content: Content, name = 'items.csv'): Promise<string> {
  try {
    await readTable(new Blob([content]), name)
  } catch (error) {
    if (error instanceof UnreadableFile) return error.message
    throw error
  }
  return 'It was read.'
}

const latin1 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
const utf16 = (text: string) => latin1(text.replaceAll(/[^]/gu, '$&\0'))
const padded = (bytes: Uint8Array) => {
  const whole = new Uint8Array(2_048)
  whole.set(bytes)
  return whole
}

/** An old Office file, with one name in its directory. */
function makeOle(entry: string): Uint8Array<ArrayBuffer> {
  const bytes = padded(latin1('\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1'))
  const view = new DataView(bytes.buffer)
  view.setUint16(30, 9, true)
  view.setUint32(48, 1, true)
  bytes.set(utf16(entry), 1_024)
  return bytes
}

const encrypted = await writeXlsx({
  sheets: [{ name: 'S', rows: [['a'], ['b']] }],
  encryption: { password: 'hunter2', spinCount: 10 },
})

describe('other kinds of files', () => {
  it.each<[string, Content, RegExp]>([
    [
      'an old workbook',
      makeOle('Workbook'),
      /old Excel workbook \(\.xls\)\. Open it, and save it as \.xlsx/u,
    ],
    ['an old Word document', makeOle('WordDocument'), /old Word document/u],
    [
      'a workbook with a password',
      new Uint8Array(encrypted),
      /Remove the password, and save it again/u,
    ],
    [
      'an OpenDocument spreadsheet',
      zipSync({
        mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
        'content.xml': strToU8('<a/>'),
      }),
      /\.ods/u,
    ],
    [
      'an OpenDocument text',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }),
      /not a spreadsheet/u,
    ],
    ['a Numbers file', zipSync({ 'Index/Document.iwa': strToU8('x') }), /Apple Numbers/u],
    [
      'a Word document',
      zipSync({ '[Content_Types].xml': strToU8('<a/>'), 'word/document.xml': strToU8('<a/>') }),
      /Word document/u,
    ],
    ['a binary workbook', zipSync({ 'xl/workbook.bin': strToU8('x') }), /\.xlsb/u],
    ['a presentation', zipSync({ 'ppt/presentation.xml': strToU8('<a/>') }), /presentation/u],
    ['some zip file', zipSync({ 'items.csv': strToU8('a,b') }), /zip file\. Unpack it/u],
    ['a PDF', '%PDF-1.7\nabc', /This is a PDF/u],
    ['a PNG', latin1('\u0089PNG\r\n\u001A\n\0\0'), /This is a picture/u],
    ['a JPEG', latin1('\u00FF\u00D8\u00FF\u00E0abc'), /This is a picture/u],
    ['an SVG', '<?xml version="1.0"?><svg xmlns="a"/>', /This is a picture/u],
    ['a video', latin1('\0\0\0\u0018ftypmp42'), /audio or video/u],
    [
      'a web page as .xls',
      '\uFEFF<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>',
      /web page/u,
    ],
    [
      'an XML spreadsheet',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      /in XML/u,
    ],
    ['other XML', '<?xml version="1.0"?><rows/>', /XML file/u],
    ['a saved page', 'MIME-Version: 1.0\nX-Document-Type: Workbook', /saved web page/u],
    ['rich text', '{\\rtf1\\ansi abc}', /text document/u],
    ['SPSS data', latin1('$FL2@(#) SPSS DATA FILE\0\0'), /SPSS/u],
    ['a gzip file', latin1('\u001F\u008B\u0008abc'), /compressed/u],
    ['other bytes', latin1('\u0001\u0002\u0003\u0004abc\u0005\u0006'), /not a table/u],
    ['nothing', '', /empty/u],
    ['blank lines', '\n\n\n', /empty/u],
    ['separators', ',,,\n,,,\n', /empty/u],
  ])('refuses %s', async (_, content, sentence) => {
    expect(await refusalOf(content)).toMatch(sentence)
  })
})

describe('limits', () => {
  it('names the number of columns', async () => {
    expect(await refusalOf(`${'a,'.repeat(200)}a\n1\n`)).toMatch(/more than 200 columns/u)
    expect(await refusalOf('a,'.repeat(1_000_000))).toMatch(/more than 200 columns/u)
  })
  it('names the number of rows', async () => {
    expect(await refusalOf('a\n'.repeat(500_002))).toMatch(/more than 500,000 rows/u)
    expect(await refusalOf(`a,b${'\n'.repeat(600_000)}1,2`)).toMatch(/more than 500,000 rows/u)
  })
  it('cuts long cells and notes them', async () => {
    const table = await readTable(new Blob([`a,b\n1,${'x'.repeat(100_001)}\n`]), 'a.csv')
    expect(table.rows[1]?.cells[1]).toHaveLength(100_000)
    expect(table.notes).toEqual([{ kind: 'cut-cell', rows: [2], count: 1, column: 1 }])
  })
  it('refuses a file over 200 MB without reading it', async () => {
    const huge = Object.defineProperty(new Blob(['a']), 'size', { value: 200_000_001 })
    await expect(readTable(huge, 'a.csv')).rejects.toThrow(/larger than 200 MB/u)
  })
})

const sheet = (rows: string) => makeWorkbook({ sheets: [{ rows }] })
const zeros = (size: number) => new Uint8Array(size)

/** A workbook with a sheet of 30 MB, which claims to have another size. */
function makeLyingWorkbook(claimed: number): Uint8Array<ArrayBuffer> {
  const parts = workbookParts({ sheets: [{ rows: '' }] })
  const bytes = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': zeros(30_000_000) })
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < bytes.length - 46; at += 1)
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 30_000_000)
      view.setUint32(at + 24, claimed, true)
  return bytes
}

const attack = (rows: string) => () => sheet(rows)
const textCell = (text: string) =>
  `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`

describe('hostile files', () => {
  it.each<[string, () => Content, RegExp]>([
    [
      'a gigabyte, as it says',
      () => makeLyingWorkbook(1_000_000_000),
      /too large once it is unpacked/u,
    ],
    ['a sheet that is smaller than it says', () => makeLyingWorkbook(30_000_001), /damaged/u],
    [
      'an entry that lies about its size',
      () => makeLyingWorkbook(1_000),
      /too large once it is unpacked/u,
    ],
    [
      'many entries',
      () =>
        zipSync({
          ...workbookParts({ sheets: [{ rows: '' }] }),
          ...Object.fromEntries(Array.from({ length: 5_001 }, (_, at) => [`x${at}`, zeros(0)])),
        }),
      /too large/u,
    ],
    [
      'a cell at XFD1048576',
      attack(`${textRow(1, 'a')}<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>`),
      /more than 200 columns/u,
    ],
    [
      'a cell at A1048576',
      attack(`${textRow(1, 'a')}<row r="1048576"><c r="A1048576"><v>2</v></c></row>`),
      /far below its table/u,
    ],
    [
      'a column beyond all',
      attack('<row r="1"><c r="ZZZZZZZZZZZZ1"><v>2</v></c></row>'),
      /more than 200 columns/u,
    ],
    ['a row beyond all', attack('<row r="99999999999"><c><v>2</v></c></row>'), /damaged/u],
    [
      'many empty rows with one cell below',
      attack(
        `${textRow(1, 'a')}${Array.from({ length: 50_000 }, (_, at) => `<row r="${at + 2}"><c r="A${at + 2}" s="0"/></row>`).join('')}<row r="1000010"><c><v>1</v></c></row>`,
      ),
      /far below its table/u,
    ],
    [
      'defined entities',
      () =>
        zipSync({
          ...workbookParts({ sheets: [{ rows: '' }] }),
          'xl/worksheets/sheet1.xml': strToU8(
            `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet><sheetData>${textCell('&a;')}</sheetData></worksheet>`,
          ),
        }),
      /damaged/u,
    ],
    ['a tag without an end', attack(`<row r="1"><c a="${'>'.repeat(2_000_000)}`), /damaged/u],
    ['nested JSON', () => '['.repeat(5_000_000), /nested too deeply/u],
    [
      'nested JSON in a record',
      () => `[{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}]`,
      /nested too deeply/u,
    ],
    ['a string of many quotes', () => 'a,b\n"'.repeat(300_000), /read|quotes/u],
    [
      'a workbook cut in half',
      () => makeWorkbook({ sheets: [{ rows: textRow(1, 'a') }] }).slice(0, 600),
      /damaged/u,
    ],
  ])('survives %s within two seconds', async (_, make, sentence) => {
    const content = make()
    const start = process.cpuUsage()
    expect(await refusalOf(content)).toMatch(sentence)
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1e6).toBeLessThan(2)
  })

  it('reads past a million empty rows', { timeout: 120_000 }, async () => {
    const rows = Array.from(
      { length: 1_000_000 },
      (_, at) => `<row r="${at + 2}" s="1"><c r="A${at + 2}" s="1"/></row>`,
    )
    const table = await readTable(new Blob([sheet(textRow(1, 'a') + rows.join(''))]), 'a.xlsx')
    expect(table.rows).toHaveLength(1)
  })

  it('takes keys such as __proto__ for headings', async () => {
    const table = await readTable(
      new Blob(['[{"__proto__":1,"constructor":2},{"__proto__":3}]']),
      'a.json',
    )
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['__proto__', 'constructor'],
      ['1', '2'],
      ['3', ''],
    ])
    expect(Object.getPrototypeOf({})).not.toHaveProperty('1')
  })

  it('drops NUL characters and notes them', async () => {
    const table = await readTable(new Blob([`a,b\n1,x\0y\n${'2,z\n'.repeat(50)}`]), 'a.csv')
    expect(table.rows[1]?.cells).toEqual(['1', 'xy'])
    expect(table.notes).toEqual([{ kind: 'unreadable-bytes', rows: [2], count: 1, column: 1 }])
  })
})

describe('stopping', () => {
  it('rejects with the reason of the signal', async () => {
    const controller = new AbortController()
    const reason = new Error('The user left')
    const read = readTable(
      new Blob(['a,b\n'.repeat(1_000_000)]),
      'a.csv',
      {},
      {
        signal: controller.signal,
        onProgress: () => controller.abort(reason),
      },
    )
    await expect(read).rejects.toBe(reason)
    await expect(
      readTable(new Blob(['a']), 'a.csv', {}, { signal: controller.signal }),
    ).rejects.toBe(reason)
  })
  it('tells how far it is', async () => {
    const seen: number[] = []
    const file = new Blob(['a,b\n'.repeat(400_000)])
    await readTable(file, 'a.csv', {}, { onProgress: (read, of) => seen.push(read / of) })
    expect(seen).toEqual([...seen].toSorted((one, other) => one - other))
    expect(seen.at(-1)).toBe(1)
  })
})

import { encodingOfStart } from './text/guess-encoding.ts'

/** What a file is, by its first bytes: something to read, or the sentence that refuses it. */
export type FileKind =
  | { readonly reader: 'zip' | 'json' | 'delimited' }
  | { readonly reader: null; readonly refusal: string }

const refuse = (refusal: string): FileKind => ({ reader: null, refusal })

const PICTURE =
  'This is a picture, not a table. To show pictures to participants, put their web addresses into a column of a spreadsheet.'
const MEDIA =
  'This is an audio or video file, not a table. To play it to participants, put its web address into a column of a spreadsheet.'
const COMPRESSED = 'This is a compressed file. Unpack it, and choose the table that is in it.'
const NOT_TEXT =
  'This file is not a table that can be read. Choose an Excel workbook (.xlsx), or a text file such as CSV.'

/** The first bytes of a kind: signs as Latin-1, a dot for any byte. */
const SIGNATURES: readonly (readonly [signature: string, kind: FileKind])[] = [
  ['PK\u0003\u0004', { reader: 'zip' }],
  ['PK\u0005\u0006', { reader: 'zip' }],
  ['%PDF-', refuse('This is a PDF. Copy its table into a spreadsheet, and save that as .xlsx.')],
  ['\u0089PNG', refuse(PICTURE)],
  ['\u00FF\u00D8\u00FF', refuse(PICTURE)],
  ['GIF87a', refuse(PICTURE)],
  ['GIF89a', refuse(PICTURE)],
  ['RIFF....WEBP', refuse(PICTURE)],
  ['BM....\0\0\0\0', refuse(PICTURE)],
  ['II*\0', refuse(PICTURE)],
  ['MM\0*', refuse(PICTURE)],
  ['....ftyphei', refuse(PICTURE)],
  ['....ftypavif', refuse(PICTURE)],
  ['....ftyp', refuse(MEDIA)],
  ['RIFF....WAVE', refuse(MEDIA)],
  ['ID3\u0003', refuse(MEDIA)],
  ['ID3\u0004', refuse(MEDIA)],
  ['OggS', refuse(MEDIA)],
  ['\u001A\u0045\u00DF\u00A3', refuse(MEDIA)],
  ['\u001F\u008B', refuse(COMPRESSED)],
  ['7z\u00BC\u00AF', refuse(COMPRESSED)],
  ['Rar!\u001A', refuse(COMPRESSED)],
  [
    '{\\rtf',
    refuse(
      'This is a text document (.rtf). Copy its table into a spreadsheet, and save that as .xlsx.',
    ),
  ],
  [
    '$FL2',
    refuse('This is an SPSS file (.sav). In SPSS, save it as CSV or .xlsx, and choose that file.'),
  ],
  [
    '$FL3',
    refuse('This is an SPSS file (.sav). In SPSS, save it as CSV or .xlsx, and choose that file.'),
  ],
  [
    '<stata_dta>',
    refuse('This is a Stata file (.dta). In Stata, export it as CSV, and choose that file.'),
  ],
  [
    'SQLite format 3\0',
    refuse('This is a database. Export one of its tables as CSV, and choose that file.'),
  ],
  ['PAR1\u0015', refuse('This is a Parquet file. Save its table as CSV, and choose that file.')],
]

const OLE = '\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1'

function asLatin1(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

function fits(start: string, signature: string): boolean {
  for (let at = 0; at < signature.length; at += 1)
    if (signature[at] !== '.' && signature[at] !== start[at]) return false
  return true
}

/** What the old container of Office holds, by the names in its directory. */
async function refuseOle(file: Blob, start: Uint8Array): Promise<FileKind> {
  const header = new DataView(start.buffer, start.byteOffset, start.byteLength)
  const isWhole = header.byteLength >= 512
  const shift = isWhole ? Math.min(header.getUint16(30, true), 12) : 9
  const at = isWhole ? (header.getUint32(48, true) + 1) * 2 ** shift : 0
  const directory = asLatin1(new Uint8Array(await file.slice(at, at + 8_192).arrayBuffer()))
  const names = directory.replaceAll('\0', '')
  if (names.includes('EncryptedPackage') || names.includes('EncryptionInfo'))
    return refuse(
      'This workbook is protected by a password. Remove the password, and save it again.',
    )
  if (names.includes('WordDocument'))
    return refuse(
      'This is an old Word document (.doc). Copy its table into a spreadsheet, and save that as .xlsx.',
    )
  if (names.includes('PowerPoint'))
    return refuse(
      'This is a presentation. Copy its table into a spreadsheet, and save that as .xlsx.',
    )
  return refuse('This is an old Excel workbook (.xls). Open it, and save it as .xlsx.')
}

/** The start as text, or null when it has too many control characters to be text. */
function startAsText(start: Uint8Array): string | null {
  const text = new TextDecoder(encodingOfStart(start)?.name ?? 'windows-1252').decode(start)
  let controls = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) controls += 1
  }
  return controls * 20 > text.length ? null : text
}

function kindOfMarkup(text: string): FileKind | null {
  if (/^<\?xml|^<[\w:]*Workbook/u.test(text)) {
    if (/schemas-microsoft-com:office:spreadsheet/iu.test(text))
      return refuse('This is an old Excel workbook in XML. Open it, and save it as .xlsx.')
    if (/<svg/iu.test(text)) return refuse(PICTURE)
    if (!/<html/iu.test(text))
      return refuse('This is an XML file. Open it in a spreadsheet, and save it as .xlsx or CSV.')
  }
  if (/^<svg/iu.test(text)) return refuse(PICTURE)
  if (/^(?:<\?xml|<!--|<!doctype|<html|<head|<meta|<body|<table|<style)/iu.test(text))
    return refuse(
      'This is a web page, also if its name ends like that of a spreadsheet. Open it in Excel, and save it as .xlsx.',
    )
  if (/^MIME-Version:/iu.test(text))
    return refuse('This is a saved web page. Open it in Excel, and save it as .xlsx.')
  return null
}

/**
 * Looks at the first bytes of a file, never at its name.
 *
 * @param start At least the first 4,096 bytes, or all there are.
 */
export async function kindOfFile(file: Blob, start: Uint8Array): Promise<FileKind> {
  const latin1 = asLatin1(start.subarray(0, 32))
  if (latin1.startsWith(OLE)) return refuseOle(file, start)
  for (const [signature, kind] of SIGNATURES) if (fits(latin1, signature)) return kind
  const text = startAsText(start)
  if (text === null) return refuse(NOT_TEXT)
  const trimmed = text.replace(/^(?:\u00EF\u00BB\u00BF|\uFEFF)/u, '').trimStart()
  const refused = kindOfMarkup(trimmed)
  if (refused) return refused
  const isJson = /^(?:\{\s*(?:"|\}|$)|\[\s*(?:[[{\]]|"[^"]*"\s*[,\]]|-?\d[\d.]*\s*[,\]]|$))/u.test(
    trimmed,
  )
  return { reader: isJson ? 'json' : 'delimited' }
}

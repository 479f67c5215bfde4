import { kindOfFile } from './file-kind.ts'
import { readStart } from './read-bytes.ts'

const NAMES = /\.(?:xlsx|xlsm|xls|ods|numbers|csv|tsv|jsonl|ndjson)$/i
/** Zip files like workbooks, but of programs whose files are not read. */
const OTHERS = /\.(?:ods|numbers)$/i
const TYPES =
  /^(?:text\/(?:csv|tab-separated-values)|application\/vnd\.(?:ms-excel|openxmlformats-officedocument\.spreadsheetml))/i
const START_BYTES = 4_096

/** A spreadsheet; `refusal` says why it cannot be read and what to do, and is null when it can. */
export type SpreadsheetFile = { readonly refusal: string | null }

/**
 * Whether a file is a spreadsheet: by its name or type, or as a workbook of any other name without an
 * ending. By what is in it, one that cannot be read is told apart. Null for other files, and for what
 * cannot be opened. Never throws.
 */
export async function spreadsheetFile(file: File): Promise<SpreadsheetFile | null> {
  const isNamed = NAMES.test(file.name) || TYPES.test(file.type)
  const hasEnding = /\.\w{1,8}$/.test(file.name)
  if (!isNamed && hasEnding) return null
  try {
    const start = await readStart(file, START_BYTES)
    const kind = await kindOfFile(file, start)
    if (!isNamed) return kind.reader === 'zip' && holdsWorkbook(start) ? { refusal: null } : null
    if (kind.reader === null) return { refusal: kind.refusal }
    if (kind.reader === 'zip' && OTHERS.test(file.name)) {
      return { refusal: 'This kind of spreadsheet cannot be read. Open it, and save it as .xlsx.' }
    }
    return { refusal: null }
  } catch {
    return null
  }
}

/** The names of the first entries are not compressed. */
function holdsWorkbook(start: Uint8Array): boolean {
  return new TextDecoder('windows-1252').decode(start).includes('xl/')
}

import Papa from 'papaparse'
import * as z from 'zod/mini'
import type { RawRecord } from './check-record.ts'

/** A file that cannot be read at all. The message is the reason, as it is told. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile'
}

/** Takes the text of a file piece by piece and gives back the records that are complete. */
export type RecordReader = (piece: string, last: boolean) => RawRecord[]

/** Longer than any record that somebody could work on; a file without an end of a line is no table. */
const LONGEST_RECORD = 1_000_000

function refuseLong(rest: string) {
  if (rest.length <= LONGEST_RECORD) return
  throw new UnreadableFile(`A record is longer than ${LONGEST_RECORD} characters.`)
}

/** What one line of JSON says. */
export function readLine(line: string): RawRecord {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { values: new Map(Object.entries(value)) }
      : { fault: 'is not a JSON object' }
  } catch {
    return { fault: 'is not valid JSON' }
  }
}

/** Reads one JSON object a line. Blank lines count as nothing. Throws UnreadableFile. */
export function linesReader(): RecordReader {
  let rest = ''
  return (piece, last) => {
    const lines = (rest + piece).split('\n')
    rest = last ? '' : (lines.pop() ?? '')
    refuseLong(rest)
    return lines.flatMap((line) => (line.trim() === '' ? [] : [readLine(line)]))
  }
}

const Parsed = z.object({
  data: z.array(z.array(z.string())),
  errors: z.array(z.looseObject({ row: z.optional(z.number()) })),
  meta: z.looseObject({ cursor: z.number() }),
})

/** What ends the lines, going by the first that is not inside quotation marks. */
function lineEndIn(text: string) {
  return /\r\n|\n|\r/.exec(text.replaceAll(/"[^"]*"/g, ''))?.[0] ?? '\n'
}

function headerFrom(cells: readonly string[]) {
  const header = cells.map((cell) => cell.trim())
  const twice = header.find((name, index) => header.indexOf(name) !== index)
  if (twice !== undefined) throw new UnreadableFile(`Two columns are called "${twice}".`)
  return header
}

function recordFrom(cells: readonly string[], header: readonly string[]): RawRecord {
  if (cells.length > header.length) return { fault: 'has more values than there are columns' }
  const named = header.flatMap((name, index) => {
    const cell = cells[index]
    return cell === undefined ? [] : [[name, cell] as const]
  })
  return { values: new Map(named) }
}

/**
 * Reads comma-separated values under a row of names, which are trimmed. Throws UnreadableFile for a
 * header that names two columns alike, and for a quotation mark that nothing closes.
 */
export function csvReader(): RecordReader {
  let rest = ''
  let newline: '\r\n' | '\n' | '\r' | undefined
  let header: string[] | undefined
  return (piece, last) => {
    const text = rest + piece
    const lineEnd = newline ?? lineEndIn(text)
    // A carriage return at the very end may be the first half of a line end.
    if (!last && (!/[\r\n]/.test(text) || text.endsWith('\r'))) {
      rest = text
      refuseLong(rest)
      return []
    }
    newline = lineEnd === '\r\n' || lineEnd === '\r' ? lineEnd : '\n'
    const parser = new Papa.Parser({ delimiter: ',', newline })
    const { data, errors, meta } = Parsed.parse(parser.parse(text, 0, !last))
    rest = last ? '' : text.slice(meta.cursor)
    refuseLong(rest)
    const broken = new Set(errors.map(({ row }) => row))
    const records: RawRecord[] = []
    for (const [index, cells] of data.entries()) {
      const isBlank = cells.length === 1 && cells[0]?.trim() === '' && !broken.has(index)
      if (isBlank) continue
      if (header === undefined) header = headerFrom(cells)
      else if (broken.has(index)) records.push({ fault: 'has a quotation mark out of place' })
      else records.push(recordFrom(cells, header))
    }
    return records
  }
}

import { UnreadableFile, type ReadChoice, type SourceTable } from '#dataset/source-table.ts'
import { TableBuilder } from '#dataset/read/table-builder.ts'
import type { ReadOptions } from '#dataset/read/read-bytes.ts'
import { decodeText } from './decode-text.ts'
import type { Encoding } from './guess-encoding.ts'
import { guessSeparator, readSeparatorLine } from './guess-separator.ts'
import { RecordSplitter } from './record-splitter.ts'

const SAMPLE = 65_536
const LOST = /\0|\uFFFD/u

/** Takes the records of one file in. */
class DelimitedReader {
  readonly builder = new TableBuilder()
  readonly #splitter: RecordSplitter
  readonly #separator: string
  readonly #isLossy: boolean
  /** Cells of the first record that is not blank. */
  #expected = 0

  constructor(separator: string, isLossy: boolean) {
    this.#separator = separator
    this.#isLossy = isLossy
    this.#splitter = new RecordSplitter(
      separator,
      (cells) => this.#take(cells),
      () => this.builder.notes.add('open-quote', this.builder.length + 1),
    )
  }

  push(text: string) {
    this.#splitter.push(text)
  }

  end() {
    this.#splitter.end()
  }

  #take(cells: string[]) {
    const number = this.builder.length + 1
    const isBlank = cells.length === 1 && cells[0] === ''
    if (!isBlank) {
      if (this.#expected === 0) this.#expected = cells.length
      else if (cells.length !== this.#expected) this.builder.notes.add('ragged-row', number)
      this.#clean(number, cells)
    }
    this.builder.add(number, cells)
  }

  #clean(number: number, cells: string[]) {
    const joined = cells.join(this.#separator)
    if (!LOST.test(joined)) return
    for (const [column, cell] of cells.entries()) {
      if (cell.includes('\0')) cells[column] = cell.replaceAll('\0', '')
      if (cell.includes('\0') || (this.#isLossy && cell.includes('\uFFFD')))
        this.builder.notes.add('unreadable-bytes', number, column)
    }
  }
}

function chosenSeparator(choice: ReadChoice): string | null {
  const separator = choice.separator ?? null
  if (separator !== null && (separator.length !== 1 || /["\r\n]/u.test(separator)))
    throw new UnreadableFile('Choose a single character as separator, not a quote or a line break.')
  return separator
}

async function readPiecesOf(
  pieces: AsyncIterable<string>,
  encoding: Encoding,
  isLossy: boolean,
  chosen: string | null,
): Promise<SourceTable> {
  let reader: DelimitedReader | null = null
  let separator: string | null = null
  let sample = ''
  const start = (isWhole: boolean) => {
    const told = readSeparatorLine(sample)
    const text = told ? told[1] : sample
    separator =
      chosen ?? told?.[0] ?? guessSeparator(text.slice(0, SAMPLE), isWhole && text.length <= SAMPLE)
    const begun = new DelimitedReader(separator ?? '', isLossy)
    begun.push(text)
    return begun
  }
  for await (const piece of pieces) {
    if (reader) reader.push(piece)
    else {
      sample += piece
      if (sample.length >= SAMPLE) reader = start(false)
    }
  }
  reader ??= start(true)
  reader.end()
  return reader.builder.finish({
    format: separator === '\t' ? 'tsv' : 'csv',
    encoding,
    separator,
    sheets: [],
    sheet: null,
    headingRows: null,
  })
}

/**
 * Reads text whose cells are separated by a character: CSV, TSV, pasted cells.
 *
 * @throws {UnreadableFile} When it holds no table within the limits.
 */
export function readDelimited(
  file: Blob,
  choice: ReadChoice,
  options: ReadOptions,
): Promise<SourceTable> {
  const chosen = chosenSeparator(choice)
  return decodeText(file, choice.encoding ?? null, options, (pieces, encoding, isLossy) =>
    readPiecesOf(pieces, encoding, isLossy, chosen),
  )
}

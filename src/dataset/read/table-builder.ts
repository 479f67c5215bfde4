import {
  READ_LIMITS,
  UnreadableFile,
  type SourceFormat,
  type SourceRow,
  type SourceTable,
} from '#dataset/source-table.ts'
import { guessHeadingRows } from './guess-heading-rows.ts'
import { TableNotes } from './table-notes.ts'

const count = new Intl.NumberFormat('en-US')

export const TOO_MANY_COLUMNS = `This file has more than ${count.format(READ_LIMITS.columns)} columns. Delete the columns you do not need, and choose the file again.`
const TOO_MANY_ROWS = `This file has more than ${count.format(READ_LIMITS.rows)} rows. Split it into smaller files, and choose one of them.`
const TOO_MANY_CELLS = `This table has more than ${count.format(READ_LIMITS.cells)} cells. Delete the columns you do not need, or split it into smaller files.`

interface OpenRow {
  number: number
  cells: string[]
}

/** What a reader knows of its table besides rows and notes. */
type TableFacts = Pick<SourceTable, 'encoding' | 'separator' | 'sheets' | 'sheet'> & {
  readonly format: SourceFormat
  /** Null: guess. */
  readonly headingRows: number | null
  /** Cells in the first row are merged sideways, as titles over several columns are. */
  readonly hasMergedTitles?: boolean
}

/** Takes the rows of a file in, within the limits, and makes a table of them. */
export class TableBuilder {
  readonly notes = new TableNotes()
  readonly #rows: OpenRow[] = []
  #width = 0
  #firstFilled = 0
  #lastFilled = 0

  /**
   * Adds a row and keeps its cells.
   *
   * @throws {UnreadableFile} When the table grows over a limit.
   */
  add(number: number, cells: string[]): void {
    let filled = cells.length
    while (filled > 0 && cells[filled - 1] === '') filled -= 1
    if (filled > READ_LIMITS.columns) throw new UnreadableFile(TOO_MANY_COLUMNS)
    cells.length = filled
    for (let column = 0; column < filled; column += 1) {
      const cell = cells[column]
      if (cell !== undefined && cell.length > READ_LIMITS.cell) {
        cells[column] = cell.slice(0, READ_LIMITS.cell).toWellFormed()
        this.notes.add('cut-cell', number, column)
      }
    }
    this.#rows.push({ number, cells })
    if (this.#rows.length > READ_LIMITS.rows + 1) throw new UnreadableFile(TOO_MANY_ROWS)
    if (filled === 0) return
    if (this.#lastFilled === 0) this.#firstFilled = this.#rows.length - 1
    this.#lastFilled = this.#rows.length
    this.#width = Math.max(this.#width, filled)
    if (this.#lastFilled * this.#width > READ_LIMITS.cells) throw new UnreadableFile(TOO_MANY_CELLS)
  }

  /** Rows so far, empty ones at the end included. */
  get length(): number {
    return this.#rows.length
  }

  /** The number of the first row that has a filled cell; 0 before there is one. */
  get firstRow(): number {
    return this.#lastFilled === 0 ? 0 : (this.#rows[this.#firstFilled]?.number ?? 0)
  }

  /** Columns so far, up to the last one that has a filled cell. */
  get width(): number {
    return this.#width
  }

  /**
   * The table, all rows of one width, without the empty rows above and below it and the empty columns
   * at its end.
   *
   * @throws {UnreadableFile} When nothing is in it.
   */
  finish(facts: TableFacts): SourceTable {
    const { headingRows, hasMergedTitles = false, ...known } = facts
    if (this.#width === 0)
      throw new UnreadableFile(
        known.sheet === null
          ? 'This file is empty. Choose a file with a row of headings and at least one more row.'
          : `The sheet “${known.sheet}” is empty. Choose another sheet, or another file.`,
      )
    this.#rows.length = this.#lastFilled
    this.#rows.splice(0, this.#firstFilled)
    for (const { cells } of this.#rows)
      for (let at = cells.length; at < this.#width; at += 1) cells.push('')
    const rows: readonly SourceRow[] = this.#rows
    return {
      ...known,
      width: this.#width,
      rows,
      headingRows: headingRows ?? guessHeadingRows(rows, hasMergedTitles),
      notes: this.notes.list(),
    }
  }
}

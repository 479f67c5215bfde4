import { READ_LIMITS, UnreadableFile, type SourceTable } from '#dataset/source-table.ts'
import { TableBuilder, TOO_MANY_COLUMNS } from '#dataset/read/table-builder.ts'
import type { Encoding } from './guess-encoding.ts'

/** The largest number of which every digit is kept by spreadsheets. */
const LONGEST_NUMBER = 999_999_999_999_999

/**
 * Makes a table of JSON objects: their keys are the headings, in the order in which they come up.
 * The row of headings is not in the file and has the number 0; records count from 1.
 */
export class RecordTable {
  readonly #builder = new TableBuilder()
  readonly #columns = new Map<string, number>()
  readonly #records: { number: number; cells: string[] }[] = []
  #count = 0

  /**
   * Adds the next record. What is not an object is noted and left out.
   *
   * @throws {UnreadableFile} When there are too many keys.
   */
  add(record: unknown): void {
    this.#count += 1
    if (typeof record !== 'object' || record === null || Array.isArray(record)) {
      this.addUnreadable()
      return
    }
    const cells: string[] = []
    for (const [key, value] of Object.entries(record)) {
      let column = this.#columns.get(key)
      if (column === undefined) {
        column = this.#columns.size
        if (column >= READ_LIMITS.columns) throw new UnreadableFile(TOO_MANY_COLUMNS)
        this.#columns.set(key, column)
      }
      while (cells.length < column) cells.push('')
      cells[column] = this.#show(value, column)
    }
    this.#records.push({ number: this.#count, cells })
  }

  /** Notes a record that cannot be read. `isCounted` is false when `add` has counted it already. */
  addUnreadable(isCounted = true): void {
    if (!isCounted) this.#count += 1
    this.#builder.notes.add('unreadable-record', this.#count)
  }

  /** @throws {UnreadableFile} When no record was an object, or the table is over a limit. */
  finish(format: 'json' | 'jsonl', encoding: Encoding): SourceTable {
    if (this.#columns.size === 0)
      throw new UnreadableFile(
        'This JSON file holds no list of objects. It needs one object for each item, with the same keys.',
      )
    this.#builder.add(
      0,
      Array.from(this.#columns.keys(), (key) => key.toWellFormed()),
    )
    for (const { number, cells } of this.#records) this.#builder.add(number, cells)
    return this.#builder.finish({
      format,
      encoding,
      separator: null,
      sheets: [],
      sheet: null,
      headingRows: 1,
    })
  }

  #show(value: unknown, column: number): string {
    if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed()
    if (value === null || value === undefined) return ''
    if (typeof value === 'object') {
      this.#builder.notes.add('nested-value', this.#count, column)
      return JSON.stringify(value).replaceAll('\0', '').toWellFormed()
    }
    if (typeof value === 'number' && Math.abs(value) > LONGEST_NUMBER)
      this.#builder.notes.add('long-number', this.#count, column)
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
  }
}

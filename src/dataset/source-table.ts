/** One row of a file. */
export interface SourceRow {
  /** Its row number as a spreadsheet shows it, from 1. In a text file: the record, counted from 1. */
  readonly number: number
  /** Its cells as text, as the sheet shows them. All rows of a table have the same number of cells. */
  readonly cells: readonly string[]
}

/** A file that can hold a table, by what is in it, not by its name. */
export type SourceFormat = 'xlsx' | 'csv' | 'tsv' | 'jsonl' | 'json'

/** What only the reader of a file can know about its cells. */
export type SourceNoteKind =
  /** A number of more than 15 digits, which spreadsheets round. */
  | 'long-number'
  /** A formula whose result is not stored, so its cell is empty. */
  | 'formula-without-result'
  /** The result of a formula was taken. */
  | 'formula'
  /** A cell shows an error such as #REF!. */
  | 'error-value'
  /** Rows or columns that the sheet hides. They were read. */
  | 'hidden-rows'
  | 'hidden-columns'
  /** Cells that were merged: only the first has the value. */
  | 'merged-cells'
  /** A picture lies over a cell or in it. It cannot be taken along. */
  | 'picture'
  /** A record with more or fewer cells than the heading. Missing cells were left empty. */
  | 'ragged-row'
  /** A quote that is never closed. */
  | 'open-quote'
  /** Bytes that are no characters in the encoding that was used. */
  | 'unreadable-bytes'
  /** A JSON record that is not an object, or cannot be read. It was left out. */
  | 'unreadable-record'
  /** A value inside a JSON record that is itself a list or an object; it was taken as JSON text. */
  | 'nested-value'
  /** The cell was longer than the limit and was cut. */
  | 'cut-cell'
  /** The file refers to other files, or holds macros. Neither was followed. */
  | 'external-links'
  | 'macros'

export interface SourceNote {
  readonly kind: SourceNoteKind
  /** Row numbers, as in `SourceRow`; at most 1,000 of them. Empty when it is about the whole file. */
  readonly rows: readonly number[]
  /** How many there are in all. */
  readonly count: number
  /** The column, counted from 0; null when it is about several, or none. */
  readonly column: number | null
}

/** A table as it was read from a file, before anything was made of it. */
export interface SourceTable {
  readonly format: SourceFormat
  /** Null where the format says it. Guesses can be overruled. */
  readonly encoding: { readonly name: string; readonly isGuess: boolean } | null
  /** One character; null where a file has none. */
  readonly separator: string | null
  /** The sheets of a workbook; empty for other formats. */
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean }[]
  /** The sheet that was read. */
  readonly sheet: string | null
  /** Cells in every row. */
  readonly width: number
  readonly rows: readonly SourceRow[]
  /** How many rows at the top look like headings: 0, 1 or 2. */
  readonly headingRows: number
  readonly notes: readonly SourceNote[]
}

/** What may be chosen instead of what was guessed. */
export interface ReadChoice {
  readonly sheet?: string | null | undefined
  /** A label that `TextDecoder` takes. */
  readonly encoding?: string | null | undefined
  readonly separator?: string | null | undefined
}

/** Limits of what is read. */
export const READ_LIMITS = {
  bytes: 200_000_000,
  rows: 500_000,
  columns: 200,
  /** Rows times columns. */
  cells: 20_000_000,
  cell: 100_000,
} as const

/** Thrown when a file holds no table that can be read. `message` says what it is and what to do. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}

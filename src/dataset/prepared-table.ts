/** One row on its way to the dataset. */
export interface PreparedRow {
  /** The row number in the file, as its spreadsheet shows it; 0 for a row that a step added. */
  readonly number: number
  readonly cells: readonly string[]
}

/** A table with its headings taken off the top, and whatever steps made of it. */
export interface PreparedTable {
  /** One for each column, unique: the file's own, with " (2)" and so on where needed; "Column B" for ''. */
  readonly headings: readonly string[]
  readonly rows: readonly PreparedRow[]
}

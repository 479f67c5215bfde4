import type { DataColumn, DataRow } from '#contract/dataset.ts'

/** How pages are shown, whatever is on them. */
export interface ShowOptions {
  /** Form controls that can be tried out, or drawings of them, for paper and for files. */
  controls: 'live' | 'drawn'
  /** Hosts whose pictures are shown. */
  imageHosts: ReadonlySet<string>
  /** What is known of the columns of the data. */
  columns: readonly DataColumn[]
  /** The row that is shown; null for the names of the columns in its place. */
  row: DataRow | null
}

/** What an item is shown with: the options, and what makes it different from its neighbors. */
export interface ShowContext extends ShowOptions {
  /** A name that no other control of the page has, for labels and groups. */
  newName: () => string
  /** What people call the question, such as "P3, Q2"; null where it needs no number. */
  number: string | null
}

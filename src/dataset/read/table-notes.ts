import type { SourceNote, SourceNoteKind } from '#dataset/source-table.ts'

/** How many rows a note names; further ones are only counted. */
const NAMED_ROWS = 1_000

interface OpenNote {
  kind: SourceNoteKind
  rows: number[]
  count: number
  column: number | null
}

/** Gathers notes while a file is read. */
export class TableNotes {
  readonly #notes = new Map<SourceNoteKind, Map<number | null, OpenNote>>()

  /**
   * @param kind What was found.
   * @param row The number of the row, or null when it is about the whole file.
   * @param column The column, counted from 0, or null when it is about several, or none.
   */
  add(kind: SourceNoteKind, row: number | null, column: number | null = null): void {
    let ofKind = this.#notes.get(kind)
    if (!ofKind) this.#notes.set(kind, (ofKind = new Map<number | null, OpenNote>()))
    let note = ofKind.get(column)
    if (!note) ofKind.set(column, (note = { kind, rows: [], count: 0, column }))
    note.count += 1
    if (row !== null && note.rows.length < NAMED_ROWS && note.rows.at(-1) !== row)
      note.rows.push(row)
  }

  /** The notes, those of one kind together, in the order in which they were first made. */
  list(): SourceNote[] {
    return [...this.#notes.values()].flatMap((ofKind) => [...ofKind.values()])
  }
}

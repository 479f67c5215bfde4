import { withHeadings } from '#dataset/columns/with-headings.ts'
import type { PreparedTable } from '#dataset/prepared-table.ts'
import type { SourceNote, SourceTable } from '#dataset/source-table.ts'

/** What a reader gives for a text file with these cells. */
export function sourceOf(cells: string[][], notes: SourceNote[] = []): SourceTable {
  return {
    format: 'csv',
    encoding: { name: 'utf-8', isGuess: false },
    separator: ',',
    sheets: [],
    sheet: null,
    width: cells[0]?.length ?? 0,
    rows: cells.map((row, index) => ({ number: index + 1, cells: row })),
    headingRows: 1,
    notes,
  }
}

/** A prepared table with these cells, the first row being headings. */
export function tableOf(cells: string[][]): PreparedTable {
  return withHeadings(sourceOf(cells), 1)
}

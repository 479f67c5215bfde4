import type { PreparedTable } from '#dataset/prepared-table.ts'
import type { RecipeColumn } from '#dataset/recipe.ts'
import type { SourceNote, SourceNoteKind, SourceTable } from '#dataset/source-table.ts'
import { fillDown, isEmptyCell } from '#dataset/steps/change-cells.ts'
import { type Finding, finding, quoted, rowWords, sentence } from './finding.ts'

/** How a note reads; `where` is "Row 17" or "Rows 4 and 9 of ‘text’", or '' when it is about the file. */
const WORDS: Record<
  SourceNoteKind,
  { level: Finding['level']; says: (where: string, isOne: boolean) => string }
> = {
  'long-number': {
    level: 'should',
    says: (where, isOne) =>
      `${where || 'The file'} ${have(where, isOne)} numbers of more than 15 digits. Spreadsheets round them: store them as text.`,
  },
  'formula-without-result': {
    level: 'should',
    says: (where, isOne) =>
      `${where || 'The file'} ${have(where, isOne)} formulas without a stored result, so the cells are empty. Save the file in Excel.`,
  },
  formula: {
    level: 'note',
    says: (where, isOne) =>
      `${where || 'The file'} ${have(where, isOne)} formulas. Their results were taken.`,
  },
  'error-value': {
    level: 'should',
    says: (where, isOne) =>
      `${where || 'The file'} ${where === '' || isOne ? 'shows' : 'show'} an error, such as #REF!. Correct it in the spreadsheet.`,
  },
  'hidden-rows': {
    level: 'should',
    says: (where, isOne) =>
      where === ''
        ? 'The sheet hides rows. They were read as well.'
        : `${where} ${isOne ? 'is' : 'are'} hidden in the sheet, but ${isOne ? 'was' : 'were'} read as well.`,
  },
  'hidden-columns': {
    level: 'should',
    says: () => 'The sheet hides columns. They were read as well: leave out what you do not need.',
  },
  'merged-cells': {
    level: 'should',
    says: (where, isOne) =>
      `${where || 'The sheet'} ${have(where, isOne)} merged cells. Only the first of them has the value.`,
  },
  picture: {
    level: 'should',
    says: (where, isOne) =>
      `${where || 'The sheet'} ${have(where, isOne)} pictures in cells. They are not taken along: Prolific needs web addresses.`,
  },
  'ragged-row': {
    level: 'should',
    says: (where, isOne) =>
      `${where || 'Some rows'} ${where !== '' && isOne ? 'has' : 'have'} more or fewer cells than the headings. Missing cells were left empty.`,
  },
  'open-quote': {
    level: 'should',
    says: (where) =>
      `A quotation mark${where === '' ? '' : ` in ${uncapital(where)}`} is never closed, so rows may have run together.`,
  },
  'unreadable-bytes': {
    level: 'should',
    says: (where, isOne) =>
      `${where || 'The file'} ${have(where, isOne)} bytes that are no characters in this encoding. Try another one.`,
  },
  'unreadable-record': {
    level: 'should',
    says: (where, isOne) =>
      where === ''
        ? 'Some records could not be read and were left out.'
        : `${where} could not be read and ${isOne ? 'was' : 'were'} left out.`,
  },
  'nested-value': {
    level: 'note',
    says: (where, isOne) =>
      `${where || 'The file'} ${have(where, isOne)} lists or objects as values. Participants see them as JSON.`,
  },
  'cut-cell': {
    level: 'should',
    says: (where, isOne) =>
      `${where || 'The file'} ${have(where, isOne)} cells of more than 100,000 characters. They were cut.`,
  },
  'external-links': {
    level: 'note',
    says: () => 'The file refers to other files. They were not opened.',
  },
  macros: { level: 'note', says: () => 'The file holds macros. They were not run.' },
}

/** Notes about rows that were left out: those rows are never in the table. */
const OF_ABSENT_ROWS: ReadonlySet<SourceNoteKind> = new Set(['unreadable-record'])

/**
 * What the reader of the file noted, in words, as far as it still concerns the table: notes about rows
 * that are gone, columns that are left out and merged cells that were filled are not repeated.
 */
export function sourceFindings(
  table: PreparedTable,
  columns: readonly RecipeColumn[],
  source: SourceTable,
): Finding[] {
  if (source.notes.length === 0) return []
  const leftOut = new Set(
    columns.filter(({ use }) => use === 'left_out').map(({ heading }) => heading),
  )
  const byNumber = new Map(table.rows.map((row) => [row.number, row.cells]))
  const ids = new Set<string>()
  return source.notes.flatMap((note) => {
    const column = note.column === null ? null : (table.headings[note.column] ?? null)
    if (column !== null && leftOut.has(column)) return []
    const list = present(note, byNumber)
    if (list === null) return []
    const id = `source-${note.kind}:${column ?? ''}`
    if (ids.has(id)) return []
    ids.add(id)
    const { level, says } = WORDS[note.kind]
    const rows = list.count === 0 ? '' : rowWordsOf(list)
    const where = rows === '' || column === null ? rows : `${rows} of ${quoted(column)}`
    const about = where === '' && column !== null ? `Column ${quoted(column)}` : where
    const isOne = list.count === 1 || about !== where
    const fix =
      note.kind === 'merged-cells' && column !== null && fillDown(table, column) !== table
        ? { label: 'Fill with the value above', step: { kind: 'fill-down' as const, column } }
        : null
    return [finding(id, level, says(about, isOne), { column, ...list, fix })]
  })
}

/** The rows of a note that are still in the table; null when none of them is. */
function present(note: SourceNote, byNumber: ReadonlyMap<number, readonly string[]>) {
  if (note.rows.length === 0) return { rows: [], count: 0 }
  if (OF_ABSENT_ROWS.has(note.kind)) return { rows: note.rows, count: note.count }
  const { column } = note
  const rows = note.rows.filter((number) => {
    const cells = byNumber.get(number)
    const isFilled = note.kind === 'merged-cells' && column !== null
    return cells !== undefined && !(isFilled && !isEmptyCell(cells[column] ?? ''))
  })
  if (rows.length === 0) return null
  return { rows, count: rows.length + Math.max(0, note.count - note.rows.length) }
}

function rowWordsOf(list: { rows: readonly number[]; count: number }) {
  return sentence(rowWords(list))
}

function uncapital(where: string) {
  return where.charAt(0).toLowerCase() + where.slice(1)
}

function have(where: string, isOne: boolean) {
  return where === '' || isOne ? 'has' : 'have'
}

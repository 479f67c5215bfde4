import { hasEmail } from '#dataset/columns/personal-data.ts'
import type { PreparedTable } from '#dataset/prepared-table.ts'
import type { ColumnUse } from '#dataset/recipe.ts'
import { isEmptyCell, isEmptyRow } from '#dataset/steps/change-cells.ts'
import { repairEncoding, withoutInvisible } from '#dataset/steps/clean-characters.ts'
import { isNeverShown } from '#contract/dataset-schema.ts'
import { hasHtml, hasMarkdown } from '#dataset/steps/plain-text.ts'
import { addressProblem, type AddressProblem } from './address-problem.ts'
import { addRow, type RowList } from './finding.ts'

/** What can be wrong with a cell. */
export type CellProblem =
  | 'empty'
  | 'damaged'
  | 'lost'
  | 'invisible'
  | 'spaces'
  | 'breaks'
  | 'html'
  | 'markdown'
  | 'formula'
  | 'long'
  | 'cut'
  | 'email'
  | AddressProblem

/** The rows with a problem, in one column or in several. */
export interface ProblemRows extends RowList {
  /** Positions of the columns. */
  columns: Set<number>
}

/** What a look at every cell gives. */
export interface CellScan {
  /** By problem, then by the position of the column. */
  byColumn: Map<CellProblem, Map<number, RowList>>
  /** By problem: each row once, whatever its columns. */
  byTable: Map<CellProblem, ProblemRows>
  emptyRows: RowList
}

/** No length is published; so much is no text for one item. */
export const LONG_CELL = 10_000

/** What Excel keeps of a cell. */
export const EXCEL_CELL = 32_767

const DAMAGED = 1
const LOST = 2
const INVISIBLE = 4
const BREAK = 8
const HTML = 16
const MARKDOWN = 32
const AT = 64
/** What may follow a character of `DAMAGED` in text that was read in the wrong encoding. */
const SECOND = 128

/** What each UTF-16 unit may be a sign of, so that one pass over a cell says what to look for in it. */
const SIGNS = signs()

function signs(): Uint8Array {
  const table = new Uint8Array(65_536)
  const mark = (code: number, sign: number) => {
    table[code] = (table[code] ?? 0) | sign
  }
  for (let code = 0; code < 65_536; code++) {
    if (withoutInvisible(String.fromCharCode(code)) === '') mark(code, INVISIBLE)
  }
  const all = (characters: string, sign: number) => {
    for (const character of characters) mark(character.charCodeAt(0), sign)
  }
  all('ÂÃÄÅÎÏÐÑÒ×ØÙàáâãäåæçèéêëìíîïð', DAMAGED)
  all('\uFFFD', LOST)
  all('\n\r', BREAK)
  all('<&', HTML)
  all('*`~#_]>', MARKDOWN)
  all('@', AT)
  all('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ', SECOND)
  for (let code = 0x80; code < 0xc0; code++) mark(code, SECOND)
  return table
}

function signsIn(cell: string): number {
  let found = 0
  let before = 0
  let pairs = 0
  for (let at = 0; at < cell.length; at++) {
    const sign = SIGNS[cell.charCodeAt(at)] ?? 0
    // Accents are common; those that something damaged may follow are not.
    pairs |= before & (sign >> 7)
    found |= sign
    before = sign
  }
  return (found & ~(DAMAGED | SECOND)) | (pairs & DAMAGED)
}

/** A column that is looked at. */
export interface ScannedColumn {
  /** Its position in the table. */
  at: number
  use: Exclude<ColumnUse, 'left_out'>
  /** Whether it is said of the whole column that it holds personal data. */
  isPersonal: boolean
}

/** Looks at every cell of these columns once. Nothing in it grows faster than the table. */
export function scanCells(table: PreparedTable, columns: readonly ScannedColumn[]): CellScan {
  const scan: CellScan = {
    byColumn: new Map(),
    byTable: new Map(),
    emptyRows: { rows: [], count: 0 },
  }
  const problems = new Set<CellProblem>()
  let number = 0
  const note = (problem: CellProblem, at: number) => {
    addRow(listOf(scan, problem, at), number)
    const all = entry(scan.byTable, problem, newProblemRows)
    all.columns.add(at)
    if (problems.has(problem)) return
    problems.add(problem)
    addRow(all, number)
  }
  for (const row of table.rows) {
    number = row.number
    if (problems.size > 0) problems.clear()
    if (isEmptyCell(row.cells[0] ?? '') && isEmptyRow(row)) {
      addRow(scan.emptyRows, row.number)
      continue
    }
    for (const column of columns) lookAt(row.cells[column.at] ?? '', column, note)
  }
  return scan
}

function lookAt(
  cell: string,
  { at, use, isPersonal }: ScannedColumn,
  note: (problem: CellProblem, at: number) => void,
) {
  if (isEmptyCell(cell)) {
    if (use !== 'metadata') note('empty', at)
    return
  }
  const found = signsIn(cell)
  const first = cell.charCodeAt(0)
  if (mayBeTrimmed(first) || mayBeTrimmed(cell.charCodeAt(cell.length - 1))) {
    if (cell.trim() !== cell) note('spaces', at)
  }
  if (cell.length === EXCEL_CELL) note('cut', at)
  if (found !== 0) {
    if (found & DAMAGED && repairEncoding(cell) !== cell) note('damaged', at)
    if (found & LOST) note('lost', at)
    if (found & INVISIBLE && withoutInvisible(cell) !== cell) note('invisible', at)
    if (found & AT && !isPersonal && hasEmail(cell)) note('email', at)
  }
  if (use === 'text') {
    if (found & BREAK && /[\r\n]/.test(cell.trim())) note('breaks', at)
    if (found & HTML && hasHtml(cell)) note('html', at)
    if (found & MARKDOWN && hasMarkdown(cell)) note('markdown', at)
    if (cell.length > LONG_CELL) note('long', at)
    if (isFormulaStart(first) && FORMULA.test(cell)) note('formula', at)
    return
  }
  if (isNeverShown(use)) return
  const problem = addressProblem(cell, use)
  if (problem !== null) note(problem, at)
}

/** The start of a formula, or of a command that old spreadsheets carry out; "-5" and "@anna" are none. */
const FORMULA = /^(?:=[\p{L}\d(+"'@$-]|[+\-@][\p{L}.]{1,40}[(|])/u

function isFormulaStart(code: number) {
  return code === 0x3d || code === 0x2b || code === 0x2d || code === 0x40
}

/** A space, or beyond ASCII, where `trim` knows better. */
function mayBeTrimmed(code: number) {
  return code <= 0x20 || code >= 0xa0
}

function newList(): RowList {
  return { rows: [], count: 0 }
}

function newProblemRows(): ProblemRows {
  return { rows: [], count: 0, columns: new Set() }
}

function listOf(scan: CellScan, problem: CellProblem, at: number): RowList {
  return entry(
    entry(scan.byColumn, problem, () => new Map<number, RowList>()),
    at,
    newList,
  )
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}

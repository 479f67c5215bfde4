import { isNeverShown } from '#contract/dataset-schema.ts'
import type { PreparedTable } from '#dataset/prepared-table.ts'
import type { RecipeColumn } from '#dataset/recipe.ts'
import { fillDown } from '#dataset/steps/change-cells.ts'
import { doubledRows, type DoubledRow } from '#dataset/steps/doubled-rows.ts'
import { counted } from '#ui/counted.ts'
import {
  addRow,
  type Finding,
  finding,
  quoted,
  type RowList,
  rowWords,
  sentence,
} from './finding.ts'
import type { CellScan } from './scan-cells.ts'

/** Rows that are empty, that repeat another one, or that lack what participants should see. */
export function rowFindings(
  table: PreparedTable,
  columns: readonly RecipeColumn[],
  scan: CellScan,
): Finding[] {
  return [
    ...emptyRows(scan),
    ...repeatedRows(table, columns),
    ...missingCells(table, columns, scan),
  ]
}

function emptyRows({ emptyRows: list }: CellScan): Finding[] {
  if (list.count === 0) return []
  const isOne = list.count === 1
  const label = isOne ? 'Remove the empty row' : `Remove ${counted(list.count, 'empty row')}`
  const message = `${sentence(rowWords(list))} ${isOne ? 'is' : 'are'} empty.`
  return [
    finding('empty-rows', 'should', message, {
      ...list,
      fix: { label, step: { kind: 'drop-empty-rows' } },
    }),
  ]
}

function repeatedRows(table: PreparedTable, columns: readonly RecipeColumn[]): Finding[] {
  const doubled = doubledRows(table.rows)
  const found: Finding[] = []
  if (doubled.length > 0) {
    const { list, message } = repetition(table, doubled, 'the same')
    const label =
      doubled.length === 1
        ? 'Remove the repeated row'
        : `Remove ${counted(doubled.length, 'repeated row')}`
    const fix = { label, step: { kind: 'drop-doubled-rows' as const } }
    found.push(finding('doubled-rows', 'should', message, { ...list, fix }))
  }
  const shown = columns.flatMap(({ heading, use }) => {
    const at = isShown(use) ? table.headings.indexOf(heading) : -1
    return at === -1 ? [] : [at]
  })
  if (shown.length === 0 || shown.length === table.headings.length) return found
  const known = new Set(doubled.map(({ index }) => index))
  const alike = doubledRows(table.rows, shown).filter(
    ({ index }) => !known.has(index) && shown.some((at) => table.rows[index]?.cells[at] !== ''),
  )
  if (alike.length === 0) return found
  const { list, message } = repetition(table, alike, 'the same for participants')
  return [...found, finding('alike-rows', 'note', message, list)]
}

function repetition(table: PreparedTable, doubled: readonly DoubledRow[], what: string) {
  const list: RowList = { rows: [], count: 0 }
  const numberOf = (index: number) => table.rows[index]?.number ?? 0
  const firsts = new Set(doubled.map(({ first }) => first))
  const [first] = firsts
  if (firsts.size === 1 && first !== undefined) addRow(list, numberOf(first))
  for (const { index } of doubled) addRow(list, numberOf(index))
  const words = sentence(rowWords(list))
  const message =
    firsts.size === 1
      ? `${words} are ${what}.`
      : `${words} repeat earlier rows${what === 'the same' ? '' : ' in all that participants see'}.`
  return { list, message }
}

function missingCells(
  table: PreparedTable,
  columns: readonly RecipeColumn[],
  scan: CellScan,
): Finding[] {
  const missing = scan.byColumn.get('empty')
  const filled = table.rows.length - scan.emptyRows.count
  return columns.flatMap(({ heading, use }) => {
    const list = missing?.get(table.headings.indexOf(heading))
    if (list === undefined) return []
    const name = quoted(heading)
    const id = `empty:${heading}`
    const parts = { ...list, column: heading }
    if (list.count === filled) {
      const setUse = { column: heading, use: 'left_out' as const, label: 'Leave it out' }
      return [finding(id, 'should', `Column ${name} is empty.`, { ...parts, setUse })]
    }
    if (use === 'task_group_id') {
      const message = `${sentence(rowWords(list))} ${list.count === 1 ? 'is' : 'are'} in no group: ${name} is empty there.`
      const step = { kind: 'fill-down' as const, column: heading }
      const canFill = fillDown(table, heading) !== table
      const fix = canFill ? { label: 'Fill with the value above', step } : null
      return [finding(id, 'should', message, { ...parts, fix })]
    }
    const message = `${sentence(rowWords(list))} ${list.count === 1 ? 'has' : 'have'} nothing in ${name}.`
    const label = list.count === 1 ? 'Remove the row' : `Remove ${counted(list.count, 'row')}`
    const step = { kind: 'drop-rows-without' as const, column: heading }
    // Where most rows lack a value, it is meant that way, and removing them would be no fix.
    const fix = list.count <= filled / 2 ? { label, step } : null
    return [finding(id, fix === null ? 'note' : 'should', message, { ...parts, fix })]
  })
}

/** Whether participants can see a column of this use. */
export function isShown(use: RecipeColumn['use']): boolean {
  return use !== 'left_out' && !isNeverShown(use)
}

import { groupColumn } from '#dataset/columns/groups.ts'
import type { PreparedTable } from '#dataset/prepared-table.ts'
import type { RecipeColumn, Step } from '#dataset/recipe.ts'
import { counted, grouped } from '#ui/counted.ts'
import { changeCells, fillDown, isEmptyCell, isEmptyRow, keepRows } from './change-cells.ts'
import { repairEncoding, withoutInvisible, withoutOuterSpaces } from './clean-characters.ts'
import { bothOrders, checkRows, sideBySide, splitGroups } from './designs.ts'
import { doubledRows } from './doubled-rows.ts'
import { htmlToText, markdownToText } from './plain-text.ts'

/**
 * The table after these steps, one after the other. Pure: the same steps make the same table, and
 * without the last one it is as it was before. A step about a column that the table lacks changes
 * nothing. Rows that a step does not change are the same objects. `columns` says which column makes the
 * groups among which check rows are shared out, where the step does not.
 */
export function applySteps(
  table: PreparedTable,
  steps: readonly Step[],
  columns: readonly RecipeColumn[] = [],
): PreparedTable {
  return steps.reduce((made, step) => applyStep(made, step, columns), table)
}

function applyStep(
  table: PreparedTable,
  step: Step,
  columns: readonly RecipeColumn[],
): PreparedTable {
  switch (step.kind) {
    case 'drop-empty-rows':
      return keepRows(table, (row) => !isEmptyRow(row))
    case 'drop-doubled-rows': {
      const doubled = new Set(doubledRows(table.rows).map(({ index }) => index))
      return keepRows(table, (_, index) => !doubled.has(index))
    }
    case 'drop-rows-without': {
      const at = table.headings.indexOf(step.column)
      return at === -1 ? table : keepRows(table, ({ cells }) => !isEmptyCell(cells[at] ?? ''))
    }
    case 'trim-spaces':
      return changeCells(table, withoutOuterSpaces)
    case 'drop-control-characters':
      return changeCells(table, withoutInvisible)
    case 'repair-encoding':
      return changeCells(table, repairEncoding)
    case 'html-to-text':
      return changeCells(table, htmlToText, step.column)
    case 'markdown-to-text':
      return changeCells(table, markdownToText, step.column)
    case 'http-to-https':
      return changeCells(
        table,
        (cell) => cell.replace(/^(\s*)http:\/\//i, '$1https://'),
        step.column,
      )
    case 'fill-down':
      return fillDown(table, step.column)
    case 'side-by-side':
      return sideBySide(table, step)
    case 'both-orders':
      return bothOrders(table, step)
    case 'check-rows': {
      if (step.column !== undefined) return checkRows(table, step, step.column)
      const at = groupColumn(table, columns)
      return checkRows(table, step, at === null ? null : (table.headings[at] ?? null))
    }
    case 'split-groups':
      return splitGroups(table, step)
  }
}

/** What a step did, as a notice says it ("3 empty rows removed"), from the table before it and after it. */
export function describeStep(step: Step, before: PreparedTable, after: PreparedTable): string {
  const fewer = before.rows.length - after.rows.length
  const more = after.rows.length - before.rows.length
  switch (step.kind) {
    case 'drop-empty-rows':
      return `${counted(fewer, 'empty row')} removed`
    case 'drop-doubled-rows':
      return `${counted(fewer, 'repeated row')} removed`
    case 'drop-rows-without':
      return `${counted(fewer, 'row')} without ‘${short(step.column)}’ removed`
    case 'trim-spaces':
      return `Spaces removed from the ends of ${changedCells(before, after)}`
    case 'drop-control-characters':
      return `Invisible characters removed from ${changedCells(before, after)}`
    case 'repair-encoding':
      return `Damaged characters repaired in ${changedCells(before, after)}`
    case 'html-to-text':
      return `HTML removed from ${changedCells(before, after)} of ‘${short(step.column)}’`
    case 'markdown-to-text':
      return `Markdown removed from ${changedCells(before, after)} of ‘${short(step.column)}’`
    case 'http-to-https':
      return `${addresses(changed(before, after))} of ‘${short(step.column)}’ now start with https://`
    case 'fill-down':
      return `${changedCells(before, after)} of ‘${short(step.column)}’ filled with the value above`
    case 'side-by-side':
      return `‘${short(step.a)}’ and ‘${short(step.b)}’ are side by side, in an order drawn for each row`
    case 'both-orders':
      return `${counted(more, 'row')} added, with ‘${short(step.a)}’ and ‘${short(step.b)}’ exchanged`
    case 'check-rows':
      return `${counted(more, 'check row')} added`
    case 'split-groups':
      return `Groups split into at most ${counted(Math.max(1, Math.floor(step.most) || 1), 'row')} each`
  }
}

function changedCells(before: PreparedTable, after: PreparedTable): string {
  return counted(changed(before, after), 'cell')
}

function addresses(count: number): string {
  return count === 1 ? '1 address' : `${grouped(count)} addresses`
}

function changed(before: PreparedTable, after: PreparedTable): number {
  let count = 0
  after.rows.forEach((row, index) => {
    const earlier = before.rows[index]
    if (earlier === row) return
    for (const [at, cell] of row.cells.entries()) if (cell !== earlier?.cells[at]) count++
  })
  return count
}

function short(heading: string): string {
  return heading.length > 40 ? `${heading.slice(0, 39)}…` : heading
}

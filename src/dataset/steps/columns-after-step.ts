import { newColumn } from '#dataset/columns/guess-columns.ts'
import type { PreparedTable } from '#dataset/prepared-table.ts'
import type { ColumnUse, RecipeColumn, Step } from '#dataset/recipe.ts'
import { addedHeadings, splitHeading } from './designs.ts'

/**
 * What becomes of the columns with a step: the columns that it adds get their uses, and those that they
 * stand for are left out or hidden. `table` is the table before the step. The columns as they are when
 * the step adds none, or when the table lacks a column that it is about.
 */
export function columnsAfterStep(
  step: Step,
  columns: readonly RecipeColumn[],
  table: PreparedTable,
): RecipeColumn[] {
  switch (step.kind) {
    case 'side-by-side': {
      if (!has(table, step.a, step.b)) return [...columns]
      const use = columns.find(({ heading }) => heading === step.a)?.use
      const shown = use === 'image_url' || use === 'audio_url' || use === 'video_url' ? use : 'text'
      const others = columns.map((column) =>
        column.heading === step.a || column.heading === step.b
          ? { ...column, use: 'left_out' as const }
          : column,
      )
      return withAdded(others, table, [
        ['left', shown, 'Left'],
        ['right', shown, 'Right'],
        ['left_is', 'metadata', ''],
      ])
    }
    case 'both-orders':
      return has(table, step.a, step.b)
        ? withAdded(columns, table, [['order', 'metadata', '']])
        : [...columns]
    case 'check-rows':
      return withAdded(columns, table, [['is_check', 'metadata', '']])
    case 'split-groups': {
      if (step.column !== null && !has(table, step.column)) return [...columns]
      const others = columns.map((column): RecipeColumn =>
        column.use === 'task_group_id' ? { ...column, use: 'metadata' } : column,
      )
      return withAdded(others, table, [[splitHeading(step.column), 'task_group_id', '']])
    }
    case 'drop-empty-rows':
    case 'drop-doubled-rows':
    case 'drop-rows-without':
    case 'trim-spaces':
    case 'drop-control-characters':
    case 'repair-encoding':
    case 'html-to-text':
    case 'markdown-to-text':
    case 'http-to-https':
    case 'fill-down':
      return [...columns]
  }
}

function has(table: PreparedTable, ...headings: string[]): boolean {
  return headings.every((heading) => table.headings.includes(heading))
}

/** Adds columns of these names, as `addedHeadings` calls them in this table; a label of '' is the heading. */
function withAdded(
  columns: readonly RecipeColumn[],
  table: PreparedTable,
  added: readonly (readonly [name: string, use: ColumnUse, label: string])[],
): RecipeColumn[] {
  const headings = addedHeadings(
    table,
    added.map(([name]) => name),
  ).slice(table.headings.length)
  const keys = new Set(columns.map(({ key }) => key))
  const fresh = added.map(([name, use, label], index) => {
    const column = newColumn(headings[index] ?? name, use, keys)
    keys.add(column.key)
    return label === '' ? column : { ...column, label }
  })
  return [...columns, ...fresh]
}

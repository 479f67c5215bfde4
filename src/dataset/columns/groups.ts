import type { PreparedTable } from '#dataset/prepared-table.ts'
import type { RecipeColumn } from '#dataset/recipe.ts'

/**
 * The groups that the `task_group_id` column makes, in the order of their first rows, each with how
 * many rows it has. Rows without a value are in none. Null when no column of the table makes groups.
 */
export function groupSizes(
  table: PreparedTable,
  columns: readonly RecipeColumn[],
): { value: string; rows: number }[] | null {
  const at = groupColumn(table, columns)
  if (at === null) return null
  const sizes = new Map<string, number>()
  for (const { cells } of table.rows) {
    const value = cells[at] ?? ''
    if (value !== '') sizes.set(value, (sizes.get(value) ?? 0) + 1)
  }
  return Array.from(sizes, ([value, rows]) => ({ value, rows }))
}

/** The position of the first column that makes groups; null without one. */
export function groupColumn(table: PreparedTable, columns: readonly RecipeColumn[]): number | null {
  for (const { heading, use } of columns) {
    const at = use === 'task_group_id' ? table.headings.indexOf(heading) : -1
    if (at !== -1) return at
  }
  return null
}

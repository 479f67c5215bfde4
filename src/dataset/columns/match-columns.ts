import type { PreparedTable } from '#dataset/prepared-table.ts'
import type { RecipeColumn } from '#dataset/recipe.ts'
import { guessColumns, safeKey } from './guess-columns.ts'

/**
 * What the columns of a newer file become when it takes the place of one whose columns are `before`:
 * those with the same heading keep everything, in their order, and new ones follow with what is
 * guessed for them. `missing` and `added` are headings. A new column never makes a second grouping.
 */
export function matchColumns(
  table: PreparedTable,
  before: readonly RecipeColumn[],
): { columns: RecipeColumn[]; missing: string[]; added: string[] } {
  const present = new Set(table.headings)
  const columns = before.filter(({ heading }) => present.has(heading))
  const missing = before.filter(({ heading }) => !present.has(heading)).map((one) => one.heading)
  const known = new Set(columns.map(({ heading }) => heading))
  const keys = new Set(before.map(({ key }) => key))
  const hasGroups = columns.some(({ use }) => use === 'task_group_id')
  const fresh = guessColumns(table)
    .filter(({ heading }) => !known.has(heading))
    .map((column): RecipeColumn => {
      const key = safeKey(column.heading, keys)
      keys.add(key)
      const use = hasGroups && column.use === 'task_group_id' ? 'metadata' : column.use
      return { ...column, key, use }
    })
  return {
    columns: [...columns, ...fresh],
    missing,
    added: fresh.map(({ heading }) => heading),
  }
}

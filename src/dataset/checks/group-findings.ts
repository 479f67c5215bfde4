import { groupSizes } from '#dataset/columns/groups.ts'
import type { PreparedTable } from '#dataset/prepared-table.ts'
import type { RecipeColumn } from '#dataset/recipe.ts'
import { grouped } from '#ui/counted.ts'
import { type Finding, finding, quoted } from './finding.ts'

/** So many rows are offered for one participant where nothing says what would suit. */
const USUAL = 10

/** How the groups turn out: one for all, one a row, one with most rows, or of different sizes. */
export function groupFindings(table: PreparedTable, columns: readonly RecipeColumn[]): Finding[] {
  const sizes = groupSizes(table, columns)
  const column = columns.find(
    ({ heading, use }) => use === 'task_group_id' && table.headings.includes(heading),
  )?.heading
  if (sizes === null || column === undefined || sizes.length === 0) return []
  const name = quoted(column)
  const rows = sizes.reduce((sum, size) => sum + size.rows, 0)
  const inOrder = sizes.toSorted((one, other) => one.rows - other.rows)
  const [smallest, largest] = [inOrder[0]?.rows ?? 0, inOrder.at(-1)?.rows ?? 0]
  const usual = inOrder[Math.floor((inOrder.length - 1) / 2)]?.rows ?? USUAL
  const split = (most: number): Partial<Finding> => ({
    column,
    fix: {
      label: `Split into at most ${grouped(most)}`,
      step: { kind: 'split-groups', column, most },
    },
  })
  if (sizes.length === 1) {
    if (rows <= USUAL) return []
    const message = `All rows are in one group, so that each participant works through all ${grouped(rows)}.`
    return [finding('one-group', 'should', message, split(USUAL))]
  }
  if (largest === 1) {
    const message = `Each row has a group of its own in ${name}, so that each participant sees a single row.`
    const setUse = { column, use: 'metadata' as const, label: `Do not group by ${name}` }
    return [finding('group-a-row', 'should', message, { column, setUse })]
  }
  if (largest > rows / 2 && largest > 2 * usual) {
    const message = `Group ${quoted(inOrder.at(-1)?.value ?? '')} of ${name} has ${grouped(largest)} of ${grouped(rows)} rows.`
    return [finding('large-group', 'should', message, split(Math.max(usual, 2)))]
  }
  if (smallest === largest) return []
  const message = `The groups of ${name} have ${grouped(smallest)} to ${grouped(largest)} rows, so some participants have more to do.`
  const isUneven = largest >= 2 * smallest
  return [
    finding('uneven-groups', isUneven ? 'should' : 'note', message, {
      column,
      ...(isUneven ? split(Math.max(usual, 2)) : {}),
    }),
  ]
}

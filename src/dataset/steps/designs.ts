import { freeHeading } from '#dataset/columns/with-headings.ts'
import type { PreparedRow, PreparedTable } from '#dataset/prepared-table.ts'
import type { Step } from '#dataset/recipe.ts'
import { seeded, shuffled } from './seeded.ts'

type StepOf<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>

/** So many rows get A on the left as get B there. Blocks leave the rows before as they are when some are added. */
const BLOCK = ['A', 'B', 'A', 'B']

/**
 * Adds `left`, `right` and `left_is`: the cells of the columns `a` and `b` in an order drawn for each row,
 * each order in two rows of four. The table as it is when it lacks one of them.
 */
export function sideBySide(
  table: PreparedTable,
  { a, b, seed }: StepOf<'side-by-side'>,
): PreparedTable {
  const [atA, atB] = [table.headings.indexOf(a), table.headings.indexOf(b)]
  if (atA === -1 || atB === -1) return table
  const draw = seeded(seed)
  let block: string[] = []
  const rows = table.rows.map((row) => {
    if (block.length === 0) block = shuffled(BLOCK, draw)
    const leftIs = block.pop() ?? 'A'
    const pair = [row.cells[atA] ?? '', row.cells[atB] ?? '']
    return { ...row, cells: [...row.cells, ...(leftIs === 'A' ? pair : pair.toReversed()), leftIs] }
  })
  return { headings: addedHeadings(table, ['left', 'right', 'left_is']), rows }
}

/**
 * Every row twice, with `order` saying which: first all of them as they are ("AB"), then all again with
 * the cells of `a` and `b` exchanged ("BA"). The table as it is when it lacks one of the columns.
 */
export function bothOrders(table: PreparedTable, { a, b }: StepOf<'both-orders'>): PreparedTable {
  const [atA, atB] = [table.headings.indexOf(a), table.headings.indexOf(b)]
  if (atA === -1 || atB === -1) return table
  const asTheyAre = table.rows.map((row) => ({ ...row, cells: [...row.cells, 'AB'] }))
  const exchanged = table.rows.map(({ cells }) => ({
    number: 0,
    cells: [...cells.with(atA, cells[atB] ?? '').with(atB, cells[atA] ?? ''), 'BA'],
  }))
  return { headings: addedHeadings(table, ['order']), rows: [...asTheyAre, ...exchanged] }
}

/**
 * Puts `perGroup` of the step's rows into each group of the column `groups` (into the whole table
 * without one), at positions drawn by its seed, each row once a group; `is_check` says which they are.
 * Cells of columns whose values are unique so far (ids) are made unique: "c1", "c1-2".
 */
export function checkRows(
  table: PreparedTable,
  { perGroup, rows: known, seed }: StepOf<'check-rows'>,
  groups: string | null,
): PreparedTable {
  const width = table.headings.length
  const groupAt = groups === null ? -1 : table.headings.indexOf(groups)
  const draw = seeded(seed)
  const unique = idColumns(table, groupAt)
  const added = new Map<number, PreparedRow[]>()
  for (const [value, indexes] of groupsOf(table, groupAt)) {
    for (const answers of shuffled(known, draw).slice(0, wholeNumber(perGroup, 0))) {
      const cells = table.headings.map((heading, at) => {
        if (at === groupAt) return value
        const cell = Object.hasOwn(answers, heading) ? (answers[heading] ?? '') : ''
        return unique.get(at)?.(cell === '' ? 'check' : cell) ?? cell
      })
      const before = indexes[Math.floor(draw() * indexes.length)] ?? table.rows.length
      added.set(before, [...(added.get(before) ?? []), { number: 0, cells: [...cells, '1'] }])
    }
  }
  const rows = table.rows.flatMap((row, index) => [
    ...(added.get(index) ?? []),
    { ...row, cells: [...row.cells.slice(0, width), '0'] },
  ])
  rows.push(...(added.get(table.rows.length) ?? []))
  return { headings: addedHeadings(table, ['is_check']), rows }
}

/**
 * Adds a column whose groups have at most `most` rows and nearly the same number of them: those of
 * `column` that are larger become "value (1)", "value (2)"; without a column the rows become "1", "2" in
 * their order. Rows without a group stay without. The table as it is when it lacks the column.
 */
export function splitGroups(
  table: PreparedTable,
  { column, most }: StepOf<'split-groups'>,
): PreparedTable {
  const at = column === null ? -1 : table.headings.indexOf(column)
  if (column !== null && at === -1) return table
  const values: string[] = Array.from({ length: table.rows.length }, () => '')
  const groups = groupsOf(table, at)
  const taken = new Set(groups.keys())
  for (const [value, indexes] of groups) {
    if (at !== -1 && value === '') continue
    const parts = Math.ceil(indexes.length / wholeNumber(most, 1))
    const names = Array.from({ length: parts }, (_, part) => {
      if (at === -1) return `${part + 1}`
      const name = parts === 1 ? value : freeHeading(`${value} (${part + 1})`, taken)
      taken.add(name)
      return name
    })
    indexes.forEach((index, position) => {
      values[index] = names[Math.floor((position * parts) / indexes.length)] ?? ''
    })
  }
  const rows = table.rows.map((row, index) => ({
    ...row,
    cells: [...row.cells, values[index] ?? ''],
  }))
  return { headings: addedHeadings(table, [splitHeading(column)]), rows }
}

/** The headings that a step adds to a table, which may have columns of these names already. */
export function addedHeadings(table: PreparedTable, wanted: readonly string[]): string[] {
  return wanted.reduce<string[]>(
    (headings, one) => [...headings, freeHeading(one, headings)],
    [...table.headings],
  )
}

/** What the column with the smaller groups is called. */
export function splitHeading(column: string | null): string {
  return column === null ? 'group' : `${column} (split)`
}

/** The positions of the rows by their value in a column; of all rows, under '', without one. */
function groupsOf(table: PreparedTable, at: number): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  table.rows.forEach(({ cells }, index) => {
    const value = at === -1 ? '' : (cells[at] ?? '')
    const indexes = groups.get(value)
    if (indexes === undefined) groups.set(value, [index])
    else indexes.push(index)
  })
  return groups
}

/** For each column whose cells all differ and are short, a function that makes another that differs. */
function idColumns(table: PreparedTable, except: number): Map<number, (wanted: string) => string> {
  const columns = new Map<number, (wanted: string) => string>()
  table.headings.forEach((_, at) => {
    const values = new Set<string>()
    const isId = table.rows.every(({ cells }) => {
      const value = cells[at] ?? ''
      const isNew = value !== '' && value.length <= 40 && !/\s/.test(value) && !values.has(value)
      values.add(value)
      return isNew
    })
    if (!isId || at === except || table.rows.length < 2) return
    const next = new Map<string, number>()
    columns.set(at, (wanted) => {
      let name = wanted
      for (let number = next.get(wanted) ?? 2; values.has(name); number++) {
        name = `${wanted}-${number}`
        next.set(wanted, number + 1)
      }
      values.add(name)
      return name
    })
  })
  return columns
}

function wholeNumber(number: number, least: number): number {
  return Number.isFinite(number) ? Math.max(least, Math.floor(number)) : least
}

import { isNeverShown, type DatasetSchema } from '#contract/dataset-schema.ts'
import type { PreparedTable } from '#dataset/prepared-table.ts'
import type { RecipeColumn } from '#dataset/recipe.ts'

/**
 * The schema that the columns make, without those that are left out. It is not checked: `checkData`
 * says what of it the API would refuse. Objects move keys of digits alone to the front, which safe keys
 * never are.
 */
export function schemaOf(columns: readonly RecipeColumn[], strict: boolean): DatasetSchema {
  const fields: DatasetSchema['fields'] = Object.fromEntries(
    columns.flatMap(({ key, label, use }) =>
      use === 'left_out' ? [] : [[key, label === '' ? { type: use } : { type: use, label }]],
    ),
  )
  return { strict, fields }
}

/** Programs that split text at these cut a record in two. JSON may write them as escapes. */
const LINE_ENDS = /[\u0085\u2028\u2029]/g

/**
 * The rows as JSON Lines: one object a row, each with its "\n", members in the order of `columns`,
 * values as strings. Empty cells are left out, unless `strict`: then a record has to have every member.
 * Halves of surrogate pairs become U+FFFD, as they do in a file.
 */
export function* recordLines(
  table: PreparedTable,
  columns: readonly RecipeColumn[],
  strict = false,
): Generator<string> {
  const sent = sentColumns(table, columns).map(({ at, column }) => ({
    at,
    start: `${JSON.stringify(column.key)}:`,
  }))
  for (const { cells } of table.rows) {
    let line = ''
    for (const { at, start } of sent) {
      const value = cells[at] ?? ''
      if (value === '' && !strict) continue
      line += `${line === '' ? '' : ','}${start}${JSON.stringify(value.toWellFormed())}`
    }
    yield `{${line.replaceAll(LINE_ENDS, escaped)}}\n`
  }
}

/**
 * The table as CSV (RFC 4180), a row at a time, each with its CRLF, headings first.
 * - `cleaned`, for people: every column of the table under its own heading, those left out included. A
 *   cell that a spreadsheet would take for a formula (one that begins with `=`, `+`, `-` or `@` and is no
 *   number, or with a tab or a line break) gets an apostrophe in front.
 * - `older`, for a dataset without a schema: the columns that are sent, in their order, cells as they
 *   are. Participants see each heading, which is the label; hidden columns are called `META_` and their
 *   key, and the one that makes groups is `META_TASK_GROUP_ID`.
 */
export function* csvLines(
  table: PreparedTable,
  columns: readonly RecipeColumn[],
  kind: 'cleaned' | 'older',
): Generator<string> {
  if (kind === 'cleaned') {
    yield csvLine(table.headings.map(harmless))
    for (const { cells } of table.rows) yield csvLine(cells.map(harmless))
    return
  }
  const sent = sentColumns(table, columns)
  yield csvLine(olderHeadings(sent.map(({ column }) => column)))
  for (const { cells } of table.rows) yield csvLine(sent.map(({ at }) => cells[at] ?? ''))
}

function sentColumns(table: PreparedTable, columns: readonly RecipeColumn[]) {
  const positions = new Map(table.headings.map((heading, at) => [heading, at]))
  return columns.flatMap((column) => {
    const at = column.use === 'left_out' ? undefined : positions.get(column.heading)
    return at === undefined ? [] : [{ at, column }]
  })
}

function escaped(sign: string) {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
}

const FORMULA = /^[=+\-@\t\r\n]/
const NUMBER = /^[+-]?\d[\d.,' ]*%?$/

function harmless(cell: string) {
  return FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell
}

function csvLine(cells: readonly string[]) {
  const written = cells.map((cell) =>
    /["\r\n,]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
  )
  // A line with nothing in it would be no record.
  return `${written.length === 1 && written[0] === '' ? '""' : written.join(',')}\r\n`
}

function olderHeadings(columns: readonly RecipeColumn[]): string[] {
  const used = new Set<string>()
  return columns.map(({ key, label, use }) => {
    const shown = label
      .replaceAll(/\s+/g, ' ')
      .replace(/^(?:\s*META_)+/i, '')
      .trim()
    const wanted = isNeverShown(use) ? `META_${key}` : shown === '' ? key : shown
    let heading = use === 'task_group_id' ? 'META_TASK_GROUP_ID' : wanted
    for (let number = 2; used.has(heading); number++) heading = `${wanted} (${number})`
    used.add(heading)
    return heading
  })
}

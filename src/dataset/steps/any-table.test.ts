import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { checkData } from '#dataset/checks/check-data.ts'
import { groupSizes } from '#dataset/columns/groups.ts'
import { guessColumns } from '#dataset/columns/guess-columns.ts'
import { withHeadings } from '#dataset/columns/with-headings.ts'
import { DatasetSchema } from '#contract/dataset-schema.ts'
import type { PreparedTable } from '#dataset/prepared-table.ts'
import type { Step } from '#dataset/recipe.ts'
import { csvLines, recordLines, schemaOf } from '#dataset/records/make-records.ts'
import { runsOr } from '#test/runs.ts'
import { sourceOf } from '#test/tables.ts'
import { applySteps, describeStep } from './apply-steps.ts'
import { columnsAfterStep } from './columns-after-step.ts'

const cell = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'A',
    'B',
    '__proto__',
    'constructor',
    '=cmd|a!A1',
    '<b>x</b>',
    '**x**',
    'donâ€™t',
    'a\u0000b',
    '\uD83D',
    'http://x.org/a.png',
    'https://x.org/b.mp4',
    'ada@example.org',
    '"a",\r\nb',
    '\u2028',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const heading = fc.constantFrom(
  'id',
  'text',
  'block',
  '__proto__',
  'constructor',
  '',
  'A',
  'is_check',
)

const source = fc
  .record({ width: fc.integer({ min: 1, max: 4 }), height: fc.integer({ min: 0, max: 8 }) })
  .chain(({ width, height }) =>
    fc.tuple(
      fc.array(heading, { minLength: width, maxLength: width }),
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
    ),
  )
  .map(([headings, rows]) => sourceOf([headings, ...rows]))

const number = fc.oneof(fc.integer({ min: -1, max: 5 }), fc.constantFrom(Number.NaN, 1e9, 0.5))
const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .constantFrom(
      'drop-empty-rows' as const,
      'drop-doubled-rows' as const,
      'trim-spaces' as const,
      'drop-control-characters' as const,
      'repair-encoding' as const,
    )
    .map((kind): Step => ({ kind })),
  fc
    .tuple(
      fc.constantFrom(
        'drop-rows-without' as const,
        'html-to-text' as const,
        'markdown-to-text' as const,
        'http-to-https' as const,
        'fill-down' as const,
      ),
      heading,
    )
    .map(([kind, column]): Step => ({ kind, column })),
  fc.record({ kind: fc.constant('side-by-side' as const), a: heading, b: heading, seed: number }),
  fc.record({ kind: fc.constant('both-orders' as const), a: heading, b: heading }),
  fc.record({
    kind: fc.constant('check-rows' as const),
    column: fc.option(heading),
    perGroup: number,
    rows: fc.array(fc.dictionary(heading, cell), { maxLength: 3 }),
    seed: number,
  }),
  fc.record({
    kind: fc.constant('split-groups' as const),
    column: fc.option(heading),
    most: number,
  }),
)

/** The table after these steps and its columns, as a screen brings them about one by one. */
function carriedOut(table: PreparedTable, steps: readonly Step[]) {
  return steps.reduce(
    (made, one) => ({
      table: applySteps(made.table, [one]),
      columns: columnsAfterStep(one, made.columns, made.table),
    }),
    { table, columns: guessColumns(table) },
  )
}

const isSquare = ({ headings, rows }: PreparedTable) =>
  rows.every(({ cells }) => cells.length === headings.length)

const Record = z.record(z.string(), z.string())

const times = { numRuns: runsOr(200) }

describe('any table', () => {
  it('has unique headings and columns that the API takes', () => {
    fc.assert(
      fc.property(source, fc.integer({ min: -1, max: 3 }), (read, headingRows) => {
        const table = withHeadings(read, headingRows)
        expect(new Set(table.headings).size).toBe(read.width)
        const columns = guessColumns(table)
        const schema = schemaOf(
          columns.map((column) => ({
            ...column,
            use: column.use === 'left_out' ? 'text' : column.use,
          })),
          false,
        )
        expect(DatasetSchema.safeParse(schema).success).toBe(true)
        expect(Object.keys(schema.fields)).toEqual(columns.map(({ key }) => key))
      }),
      times,
    )
  })

  it('goes through any steps, whose last one is undone by leaving it out', () => {
    fc.assert(
      fc.property(source, fc.array(step, { maxLength: 4 }), step, (read, steps, last) => {
        const table = withHeadings(read, 1)
        const untouched = structuredClone(table)
        const before = applySteps(table, steps)
        const made = applySteps(table, [...steps, last])
        expect(made).toEqual(applySteps(before, [last]))
        expect(applySteps(table, steps)).toEqual(before)
        expect(table).toEqual(untouched)
        expect(isSquare(made)).toBe(true)
        expect(new Set(made.headings).size).toBe(made.headings.length)
        expect(describeStep(last, before, made)).not.toMatch(/undefined|NaN|-\d/)
      }),
      times,
    )
  })

  it('keeps the rows that a step leaves as they are, the same objects', () => {
    fc.assert(
      fc.property(source, step, (read, one) => {
        const table = withHeadings(read, 1)
        const made = applySteps(table, [one])
        if (made.headings.length > table.headings.length) return
        const byNumber = new Map(table.rows.map((row) => [row.number, row]))
        const copied = made.rows.filter((row) => {
          const before = byNumber.get(row.number)
          return before !== row && before?.cells.every((value, at) => value === row.cells[at])
        })
        expect(copied).toEqual([])
      }),
      times,
    )
  })

  it('has columns for whatever the steps add, and findings that can be read', () => {
    fc.assert(
      fc.property(source, fc.array(step, { maxLength: 4 }), (read, steps) => {
        const { table, columns } = carriedOut(withHeadings(read, 1), steps)
        expect(columns.map((column) => column.heading)).toEqual(table.headings)
        expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length)
        const sizes = groupSizes(table, columns) ?? []
        expect(new Set(sizes.map(({ value }) => value)).size).toBe(sizes.length)
        const findings = checkData(table, columns, read)
        expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length)
        for (const { message, fix, rows, count } of findings) {
          expect(message.length).toBeLessThanOrEqual(160)
          expect(message).toMatch(/^[^a-z].*[.?]$/s)
          expect(rows.length).toBeLessThanOrEqual(Math.min(count, 1000))
          expect(fix !== null && applySteps(table, [fix.step]) === table).toBe(false)
        }
      }),
      times,
    )
  })

  it('is the same when its records are read back', () => {
    fc.assert(
      fc.property(source, fc.boolean(), (read, strict) => {
        const table = withHeadings(read, 1)
        const columns = guessColumns(table).filter(({ use }) => use !== 'left_out')
        const lines = [...recordLines(table, columns, strict)]
        expect(lines).toHaveLength(table.rows.length)
        lines.forEach((line, index) => {
          expect(line).toMatch(/^\{[^\n\r\u2028\u2029\u0085]*\}\n$/)
          const expected = columns.flatMap(({ key, heading: name }) => {
            const value = table.rows[index]?.cells[table.headings.indexOf(name)] ?? ''
            return value === '' && !strict ? [] : [[key, value.toWellFormed()]]
          })
          expect(Object.entries(Record.parse(JSON.parse(line)))).toEqual(expected)
        })
      }),
      times,
    )
  })

  it('never begins a cell of the cleaned CSV like a formula', () => {
    fc.assert(
      fc.property(source, (read) => {
        const lines = [...csvLines(withHeadings(read, 1), [], 'cleaned')]
        expect(lines).toHaveLength(read.rows.length)
        expect(lines.join('')).not.toMatch(/(?:^|,)"?[=@]/)
      }),
      times,
    )
  })
})

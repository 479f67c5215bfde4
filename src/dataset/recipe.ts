import * as z from 'zod/mini'
import { FieldType } from '#contract/dataset-schema.ts'

/** What becomes of a column. `left_out` is not sent. */
export const ColumnUse = z.enum([...FieldType.options, 'left_out'])
export type ColumnUse = z.infer<typeof ColumnUse>

/** A column of the prepared table, and what the dataset makes of it. */
export const RecipeColumn = z.object({
  /** The heading in `PreparedTable`, by which the column is found. */
  heading: z.string(),
  /** The field's name in the dataset, which questions refer to. */
  key: z.string(),
  /** What participants read above its value. */
  label: z.string(),
  use: ColumnUse,
})
export type RecipeColumn = z.infer<typeof RecipeColumn>

/** A cell was changed, or rows or columns were added or taken away: one press, which can be undone. */
export const Step = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('drop-empty-rows') }),
  /** Of rows that are the same in every cell, the first stays. Empty rows are not its subject. */
  z.object({ kind: z.literal('drop-doubled-rows') }),
  /** Rows whose cell in this column is empty. */
  z.object({ kind: z.literal('drop-rows-without'), column: z.string() }),
  z.object({ kind: z.literal('trim-spaces') }),
  z.object({ kind: z.literal('drop-control-characters') }),
  /** UTF-8 that was read as Windows-1252 ("â€™" for "’"). */
  z.object({ kind: z.literal('repair-encoding') }),
  /** Tags go, entities become characters. */
  z.object({ kind: z.literal('html-to-text'), column: z.string() }),
  /** `**bold**`, `# heading` and the like become plain words. */
  z.object({ kind: z.literal('markdown-to-text'), column: z.string() }),
  z.object({ kind: z.literal('http-to-https'), column: z.string() }),
  /** Empty cells take the value above them, as in merged cells. */
  z.object({ kind: z.literal('fill-down'), column: z.string() }),
  /** Shows the columns `a` and `b` side by side, in an order drawn for each row. */
  z.object({
    kind: z.literal('side-by-side'),
    a: z.string(),
    b: z.string(),
    seed: z.number(),
  }),
  /** Every row twice: once as it is, once with `a` and `b` exchanged. */
  z.object({ kind: z.literal('both-orders'), a: z.string(), b: z.string() }),
  /** Rows with known answers, shared out among the groups. */
  z.object({
    kind: z.literal('check-rows'),
    /** The column that makes the groups: null for one group of all rows. Without it, the one in use. */
    column: z.optional(z.nullable(z.string())),
    perGroup: z.number(),
    rows: z.array(z.record(z.string(), z.string())),
    seed: z.number(),
  }),
  /** Adds a column that splits the groups of `column` (or all rows) into at most `most` rows each. */
  z.object({
    kind: z.literal('split-groups'),
    column: z.nullable(z.string()),
    most: z.number(),
  }),
])
export type Step = z.infer<typeof Step>

/**
 * How a file becomes a dataset: what was chosen, without any of its rows. Columns are named by their
 * headings, made unique, so that a newer file of the same shape can take the old one's place.
 */
export const Recipe = z.object({
  sheet: z.nullable(z.string()),
  encoding: z.nullable(z.string()),
  separator: z.nullable(z.string()),
  headingRows: z.number(),
  steps: z.array(Step),
  columns: z.array(RecipeColumn),
  strict: z.boolean(),
})
export type Recipe = z.infer<typeof Recipe>

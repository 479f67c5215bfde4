import * as z from 'zod/mini'

const text = z.catch(z.string(), '')

/** A field of a dataset with a schema. A type that this version does not know stays as it came. */
const DatasetField = z.looseObject({ type: text, label: text })

const noField = { type: '', label: '' }
const Fields = z.record(z.string(), z.catch(DatasetField, noField))

/** A dataset as a backend answers it, read tolerantly: only `id` is insisted on. */
export const Dataset = z.looseObject({
  id: z.string(),
  name: text,
  total_datapoint_count: z.catch(z.nullable(z.number()), null),
  /** Null for a dataset without a schema, whose columns no question can show. */
  schema: z.catch(z.nullable(z.looseObject({ fields: Fields })), null),
})
export type Dataset = z.infer<typeof Dataset>

/** The fields of a schema by their names, in the order of the columns. */
export type DatasetFields = z.infer<typeof Fields>

/** One row of a dataset: its values by the names of its columns. */
export type DataRow = Readonly<Record<string, unknown>>

/** Some rows of a practice dataset, and how many it has in all. */
export const RowList = z.object({
  results: z.array(z.record(z.string(), z.unknown())),
  meta: z.looseObject({ count: z.number() }),
})

/** A column of the data. */
export interface DataColumn {
  /** Its name, as questions refer to it. */
  key: string
  /** What participants read above its value. */
  label: string
  /** The API's word, such as `text` or `image_url`; '' when that is not known. */
  type: string
  /** Its value in the first row; null when no rows are at hand. */
  first: string | null
}

/** The rows of a dataset, wherever they are kept. Nothing is asked for before somebody calls. */
export interface ItemRows {
  /** The columns, and how many rows can be shown: 0 when none are at hand. Rejects when it fails. */
  about: () => Promise<{ columns: readonly DataColumn[]; total: number }>
  /** A row by its place, counted from zero; null when there is none. Rejects when it fails. */
  row: (index: number) => Promise<DataRow | null>
}

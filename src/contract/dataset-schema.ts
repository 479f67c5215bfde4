import * as z from 'zod/mini'

/** The most that the API takes: fields of a schema, and characters of a field's name and label. */
export const DATASET_LIMITS = { fields: 200, key: 128, label: 255 } as const

/** What a field of a dataset holds. Questions can show the first four; the last two are only exported. */
export const FieldType = z.enum([
  'text',
  'image_url',
  'audio_url',
  'video_url',
  'metadata',
  'task_group_id',
])
export type FieldType = z.infer<typeof FieldType>

/** Whether only the results have a field of this type: the API refuses questions that show it. */
export const isNeverShown = (type: string) => type === 'metadata' || type === 'task_group_id'

const SchemaField = z.strictObject({
  type: FieldType,
  label: z.optional(z.string().check(z.maxLength(DATASET_LIMITS.label))),
})

/**
 * The schema of a dataset, as the API takes it: its fields by their names. With `strict`, a record that
 * lacks one of them is rejected.
 */
export const DatasetSchema = z.strictObject({
  strict: z.boolean(),
  fields: z
    .record(z.string().check(z.minLength(1), z.maxLength(DATASET_LIMITS.key)), SchemaField)
    .check(
      z.refine((fields) => {
        const count = Object.keys(fields).length
        return count > 0 && count <= DATASET_LIMITS.fields
      }, `A schema needs between 1 and ${DATASET_LIMITS.fields} fields.`),
      z.refine(
        (fields) =>
          Object.values(fields).filter(({ type }) => type === 'task_group_id').length <= 1,
        'Only one field can have the type task_group_id.',
      ),
    ),
})
export type DatasetSchema = z.infer<typeof DatasetSchema>

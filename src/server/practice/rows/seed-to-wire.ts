import { practiceUser, practiceWorkspace, type SeedDataset } from '#server/practice/seeds.ts'

/** When the practice datasets were made, as far as anybody is told. */
const CREATED_AT = '2026-11-02T09:00:00.000Z'

/** The columns that are no texts. */
const types: ReadonlyMap<string, string> = new Map([
  ['photo', 'image_url'],
  ['image_a', 'image_url'],
  ['image_b', 'image_url'],
  ['recording', 'audio_url'],
  ['audio', 'audio_url'],
])

/** A dataset of the start as the API answers it: with a schema (V4) where questions may show fields. */
export function seedToWire({
  id,
  name,
  fields,
  filename,
  status,
  own_groups,
  ...dataset
}: SeedDataset) {
  const common = {
    id,
    name,
    created_at: CREATED_AT,
    created_by: practiceUser.id,
    workspace_id: practiceWorkspace.id,
    total_datapoint_count: dataset.total_datapoint_count,
  }
  if (fields) {
    return {
      ...common,
      schema_version: 4,
      schema: { strict: false, fields: schemaOf(fields) },
      imports: [],
    }
  }
  return {
    ...common,
    schema_version: 3,
    status,
    filename,
    has_predetermined_grouping_id: own_groups !== undefined,
    schema: null,
    imports: null,
  }
}

function schemaOf(fields: readonly string[]) {
  return Object.fromEntries(
    fields.map((field) => [field, { type: types.get(field) ?? 'text', label: labelOf(field) }]),
  )
}

/** "answer_a" is read as "Answer A". */
function labelOf(field: string) {
  const words = field.replace(/_(\w)$/, (_, letter: string) => ` ${letter.toUpperCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

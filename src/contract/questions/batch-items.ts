import * as z from 'zod/mini'
import { BatchItem, isContentBlock } from './question-item.ts'
import { hasMembers, valueAt } from '#contract/json-value.ts'
import { wordSchemaIssue } from './schema-words.ts'

const id = z.optional(z.string())

const Column = z.looseObject({
  id,
  items: z.array(BatchItem).check(z.minLength(1, 'must contain at least one item')),
})

const Row = z.looseObject({
  id,
  columns: z
    .array(Column)
    .check(
      z.minLength(1, 'must contain one or two columns'),
      z.maxLength(2, 'must contain one or two columns'),
    ),
})

const Page = z.looseObject({
  id,
  display_position: z.optional(z.enum(['intro', 'body', 'outro'])),
  rows: z.array(Row).check(z.minLength(1, 'must contain at least one row')),
})

/**
 * The questions of a batch: pages (screens) of rows of one or two columns of items, as the API
 * documents `batch_items`. Fields that are not known are kept, because the layout is sent as written.
 * Rules that need two items, or the dataset, are in `checkBatchItems`.
 */
export const BatchItems = z.array(Page).check(z.minLength(1, 'must contain at least one page'))
export type BatchItems = z.infer<typeof BatchItems>

/** One broken rule and where it is. Positions count from zero, as the API's do. */
export const BatchItemsIssue = z.object({
  page: z.int(),
  row: z.int(),
  column: z.int(),
  item: z.int(),
  /** The item's `type`; `page`, `row`, `column` or `batch_items` when the fault is above the items. */
  type: z.string(),
  /** The dataset's field, for `dataset_field` only. */
  field: z.optional(z.string()),
  message: z.string(),
})
export type BatchItemsIssue = z.infer<typeof BatchItemsIssue>

/** Body of a 422: the layout was refused as a whole and nothing was created. */
export const BatchItemsRejection = z.object({
  type: z.string(),
  message: z.string(),
  issues: z.array(BatchItemsIssue),
})
export type BatchItemsRejection = z.infer<typeof BatchItemsRejection>

const levels = ['page', 'row', 'column', 'item'] as const

/** `[0, 'rows', 1, 'columns', 0, 'items', 2, 'url']` is page 0, row 1, column 0, item 2 and `url`. */
function locate(path: readonly PropertyKey[]) {
  const position = { page: 0, row: 0, column: 0, item: 0 }
  const steps = levels.map((_, level) => path[level * 2])
  const known = steps.findIndex((step) => typeof step !== 'number')
  const depth = known === -1 ? levels.length : known
  for (const [level, name] of levels.entries())
    position[name] = level < depth ? Number(steps[level]) : 0
  return { position, depth, rest: path.slice(Math.max(0, depth * 2 - 1)) }
}

type Found = {
  position: ReturnType<typeof locate>['position']
  value: Record<PropertyKey, unknown>
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Every item of a page that is an object, also when other parts of the layout are broken. */
function itemsOfPage(pageValue: unknown, page: number): Found[] {
  return list(valueAt(pageValue, ['rows'])).flatMap((rowValue, row) =>
    list(valueAt(rowValue, ['columns'])).flatMap((columnValue, column) =>
      list(valueAt(columnValue, ['items'])).flatMap((value, item) =>
        hasMembers(value) ? [{ position: { page, row, column, item }, value }] : [],
      ),
    ),
  )
}

function schemaIssues(value: unknown): BatchItemsIssue[] {
  const parsed = BatchItems.safeParse(value)
  if (parsed.success) return []
  return parsed.error.issues.map((issue) => {
    const { position, depth, rest } = locate(issue.path)
    const start = issue.path.slice(0, issue.path.length - rest.length)
    const broken = valueAt(value, start)
    const itemType = valueAt(broken, ['type'])
    const type = depth === 4 && typeof itemType === 'string' ? itemType : levels[depth - 1]
    return {
      ...position,
      type: type ?? 'batch_items',
      message: wordSchemaIssue(issue, broken, rest),
    }
  })
}

/** Rules about a page as a whole: what its position allows, and each dataset field once. */
function pageIssues(pageValue: unknown, page: number): BatchItemsIssue[] {
  const displayPosition = valueAt(pageValue, ['display_position'])
  const shownOnce = displayPosition === 'intro' || displayPosition === 'outro'
  const seen = new Set<unknown>()
  return itemsOfPage(pageValue, page).flatMap(({ position, value }) => {
    const { type, field } = value
    if (typeof type !== 'string') return []
    if (shownOnce && !isContentBlock({ type })) {
      const message =
        'Pages with display_position "intro" or "outro" may only contain image or rich_text content blocks'
      return [{ ...position, type, message }]
    }
    if (type !== 'dataset_field' || typeof field !== 'string') return []
    if (!seen.has(field)) {
      seen.add(field)
      return []
    }
    return [{ ...position, type, field, message: 'Field may be used only once on a page' }]
  })
}

/** What the API says of a column that the dataset does not have, and where it has none for questions. */
export const UNKNOWN_COLUMN = 'Field does not exist in the dataset schema'
export const NO_COLUMNS = 'dataset_field needs a dataset with a schema attached to the batch'

function fieldIssues(pageValue: unknown, page: number, fields: readonly string[] | null) {
  return itemsOfPage(pageValue, page).flatMap(({ position, value }): BatchItemsIssue[] => {
    const { type, field } = value
    if (type !== 'dataset_field' || typeof field !== 'string' || field === '') return []
    if (fields?.includes(field)) return []
    const message = fields ? UNKNOWN_COLUMN : NO_COLUMNS
    return [{ ...position, type, field, message }]
  })
}

/**
 * Every broken rule of a layout, in reading order; empty when the API would take it.
 *
 * @param value what was parsed from JSON, of any shape
 * @param datasetFields the fields that `dataset_field` may name; null when the batch has no dataset or
 *   its dataset has no schema; undefined when that is not known and is not to be checked
 */
export function checkBatchItems(
  value: unknown,
  datasetFields?: readonly string[] | null,
): BatchItemsIssue[] {
  const found = [
    ...schemaIssues(value),
    ...list(value).flatMap(pageIssues),
    ...list(value).flatMap((page, index) =>
      datasetFields === undefined ? [] : fieldIssues(page, index, datasetFields),
    ),
  ]
  return found.toSorted(
    (a, b) => a.page - b.page || a.row - b.row || a.column - b.column || a.item - b.item,
  )
}

/** A small good layout. Its dataset field is one that the practice datasets with a schema have. */
export const sampleBatchItems: BatchItems = [
  {
    rows: [
      { columns: [{ items: [{ type: 'dataset_field', field: 'review' }] }] },
      {
        columns: [
          {
            items: [
              {
                type: 'multiple_choice',
                description: 'What is the sentiment of this review?',
                answer_limit: 1,
                options: [
                  { label: 'Positive', value: 'positive' },
                  { label: 'Neutral', value: 'neutral' },
                  { label: 'Negative', value: 'negative' },
                ],
              },
              {
                type: 'free_text',
                description: 'Which words in the review made you choose this?',
                validation: { type: 'string', min: 10, max: 500 },
              },
            ],
          },
        ],
      },
    ],
  },
]

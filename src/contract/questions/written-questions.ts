import type { BatchItemsIssue } from './batch-items.ts'
import { BatchItems, checkBatchItems } from './batch-items.ts'

export type Questions = {
  /** What is sent as `batch_items`, or null when there is nothing that could be. */
  items: BatchItems | null
  /** One sentence a fault, with its place counted from one, as people count. */
  problems: readonly string[]
}

/** Far more than any layout has. What is deeper breaks everything that follows a value into its members. */
const DEEPEST = 100

/** Whether a JSON text has lists and objects inside each other beyond every layout. Never throws. */
export function isNestedTooDeeply(text: string): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (inString) {
      if (sign === '\\') at += 1
      else if (sign === '"') inString = false
    } else if (sign === '"') inString = true
    else if (sign === ']' || sign === '}') depth -= 1
    else if (sign === '[' || sign === '{') {
      depth += 1
      if (depth > DEEPEST) return true
    }
  }
  return false
}

/** Reads the questions written as JSON. Empty text means: no questions yet. */
export function readQuestions(text: string): Questions {
  if (text.trim() === '') return { items: null, problems: [] }
  if (isNestedTooDeeply(text)) {
    return { items: null, problems: ['The questions are nested too deeply to be read.'] }
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { items: null, problems: ['The questions are not readable JSON.'] }
  }
  const parsed = BatchItems.safeParse(value)
  const problems = checkBatchItems(value).map(wordIssue)
  return { items: parsed.success ? parsed.data : null, problems }
}

/** What questions written as JSON say, of any shape; null when they are blank or cannot be read. */
export function valueOfWritten(text: string): unknown {
  if (isNestedTooDeeply(text)) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

type Placed = Pick<BatchItemsIssue, 'type' | 'message'> & {
  page: number | null
  row: number | null
  column: number | null
  item: number | null
  field?: string | null | undefined
}

/** "Page 1, row 2, column 1, item 3 (free_text): description is required" */
export function wordIssue({ page, row, column, item, type, field, message }: Placed) {
  const above = ['batch_items', 'page', 'row', 'column'].indexOf(type)
  const depth = above === -1 ? 4 : above
  const parts = [
    ['Page', page],
    ['row', row],
    ['column', column],
    ['item', item],
  ] as const
  const place = parts
    .slice(0, depth)
    .filter(([, at]) => at !== null)
    .map(([name, at]) => `${name} ${Number(at) + 1}`)
    .join(', ')
  const what = depth === 4 && type ? ` (${field ? `${type} "${field}"` : type})` : ''
  return place ? `${place}${what}: ${message}` : `Questions: ${message}`
}

import { layoutItems, partsOf, positionOf } from '#contract/questions/layout-items.ts'
import type { ItemRows } from '#contract/dataset.ts'
import { useItems, type Items } from './use-items.ts'
import { useReadQuestions } from './use-read-questions.ts'

/** The questions below the texts, and the item they are shown with. */
export interface ShownQuestions {
  /** `batch_items` of any shape. */
  value: unknown
  /** What is written cannot be read right now. */
  isStale: boolean
  /** Whether there is anything to show. */
  hasPages: boolean
  /** Whether a page shows something of the data. */
  showsData: boolean
  /** Whether a page comes once for each item. */
  hasItemPages: boolean
  items: Items
}

/** Reads questions, written or stored, and follows the rows they are shown with. */
export function useShownQuestions(source: unknown, rows: ItemRows | null): ShownQuestions {
  const { value, isStale } = useReadQuestions(source)
  const showsData = layoutItems(value).some(({ type }) => type === 'dataset_field')
  const hasItemPages = partsOf(value).some((page) => positionOf(page) === 'body')
  const hasPages = Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined
  const items = useItems(rows, showsData)
  return { value, isStale, hasPages, showsData, hasItemPages, items }
}

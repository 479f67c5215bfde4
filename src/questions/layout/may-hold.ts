import { hasMembers } from '#contract/json-value.ts'
import { isContentBlock } from '#contract/questions/question-item.ts'
import type { ItemAddress } from './address.ts'
import { typeOf, type LayoutPage } from './read-layout.ts'

/**
 * Why a page cannot hold an item, as one sentence; null when it can. An item that is on the page
 * already, `from`, does not stand in its own way.
 */
export function refusal(page: LayoutPage, item: unknown, from?: ItemAddress | null): string | null {
  const type = typeOf(item)
  if (page.position !== 'body' && !isContentBlock({ type })) {
    return 'Pages before and after the items can hold text and pictures only.'
  }
  const field = type === 'dataset_field' && hasMembers(item) ? item['field'] : ''
  if (typeof field !== 'string' || field === '') return null
  const shownTwice = page.rows.some(({ columns }, row) =>
    columns.some(({ items }, column) =>
      items.some(
        (other, index) =>
          typeOf(other) === 'dataset_field' &&
          hasMembers(other) &&
          other['field'] === field &&
          !(from?.row === row && from.column === column && from.item === index),
      ),
    ),
  )
  return shownTwice ? `“${field}” is on this page already; Prolific allows it once.` : null
}

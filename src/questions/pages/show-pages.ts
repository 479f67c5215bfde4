import { hasMembers, valueAt } from '#contract/json-value.ts'
import { isQuestion } from '#contract/questions/question-item.ts'
import { element, ours } from '#questions/kinds/elements.ts'
import type { ShowOptions } from '#questions/kinds/show-context.ts'
import { showItem, unshown } from '#questions/kinds/show-item.ts'
import { asWords } from '#questions/words/as-words.ts'

/** When participants see a page: once before the items, once an item, or once after them. */
type PageTime = 'before' | 'item' | 'after'

/** A page of the questions and its place among the others. */
interface PlacedPage {
  page: unknown
  /** Its place as it is written, counted from zero. */
  index: number
  when: PageTime
  /** "Page 2 of 3"; '' where there is one alone. */
  place: string
}

export interface PageOptions extends ShowOptions {
  /** What is shown is this item: "Item 3 of 100"; null where it is no item in particular. */
  itemName: string | null
  /** Whether pages and questions get numbers by which people can speak of them, such as "P3, Q2". */
  numbered: boolean
}

const times: readonly PageTime[] = ['before', 'item', 'after']

/** The pages of `batch_items` of any shape, in the order in which participants see them. */
export function pagesOf(questions: unknown): PlacedPage[] {
  if (questions === null || questions === undefined) return []
  const pages = Array.isArray(questions) ? questions : [questions]
  const placed = pages.map((page: unknown, index) => ({
    page,
    index,
    when: timeOf(page),
    place: pages.length === 1 ? '' : `Page ${index + 1} of ${pages.length}`,
  }))
  return times.flatMap((time) => placed.filter(({ when }) => when === time))
}

/**
 * A page as participants see it, as inert nodes to be imported into any document: nothing in them runs,
 * and nothing loads but pictures of the hosts that are allowed. Never throws, whatever is in it.
 */
export function showPage(
  { page, index, when, place }: PlacedPage,
  options: PageOptions,
): HTMLElement {
  const section = element('section', 'page', ours('p', 'when', captionOf(when, place, options)))
  section.setAttribute('data-when', when)
  const counts = { names: 0, questions: 0 }
  const context = (item: unknown) => {
    const isAsked =
      hasMembers(item) && !Array.isArray(item) && isQuestion({ type: asWords(item['type']) })
    if (isAsked) counts.questions += 1
    return {
      ...options,
      newName: () => `answer-${index}-${(counts.names += 1)}`,
      number: options.numbered && isAsked ? `P${index + 1}, Q${counts.questions}` : null,
    }
  }
  section.append(
    ...within(page, 'rows', 'rows', (row) =>
      element(
        'div',
        'row',
        ...within(row, 'columns', 'columns', (column) =>
          element(
            'div',
            'column-of-items',
            ...within(column, 'items', 'items', (item) => showItem(item, context(item))),
          ),
        ),
      ),
    ),
  )
  return section
}

/** All pages, one below the other. */
export function showPages(questions: unknown, options: PageOptions): HTMLElement[] {
  return pagesOf(questions).map((page) => showPage(page, options))
}

function captionOf(when: PageTime, place: string, { itemName, numbered }: PageOptions) {
  const time =
    when === 'before'
      ? 'Before the items'
      : when === 'after'
        ? 'After the items'
        : (itemName ?? 'For each item')
  if (place === '') return numbered ? `Page 1 · ${time}` : time
  return `${place} · ${time}`
}

function timeOf(page: unknown): PageTime {
  const position = valueAt(page, ['display_position'])
  if (position === 'intro') return 'before'
  return position === 'outro' ? 'after' : 'item'
}

function within(
  value: unknown,
  member: string,
  what: string,
  show: (value: unknown) => HTMLElement,
): HTMLElement[] {
  const members = valueAt(value, [member])
  if (Array.isArray(members)) return members.map(show)
  return [unshown(`This has no ${what} that can be shown.`, value)]
}

import { hasMembers, valueAt } from '#contract/json-value.ts'
import { partsOf } from './layout-items.ts'

/** Words that participants read, and where they are in a layout of questions; counted from zero. */
export type PlacedWords = {
  at: { page: number; row: number; column: number; item: number }
  words: string
}

/** Members of an item that hold words for participants; those of options are among them. */
const WORDS = new Set([
  'description',
  'helper_text',
  'content',
  'caption',
  'alt_text',
  'placeholder_text_input',
  'label',
  'heading',
])

/** All words of the items of a layout of any shape, in reading order, HTML as it is written. */
export function wordsOfItems(layout: unknown): PlacedWords[] {
  return listAt(layout, []).flatMap((onPage, page) =>
    listAt(onPage, ['rows']).flatMap((inRow, row) =>
      listAt(inRow, ['columns']).flatMap((inColumn, column) =>
        listAt(inColumn, ['items']).flatMap((one, item) =>
          wordsOf(one).map((words) => ({ at: { page, row, column, item }, words })),
        ),
      ),
    ),
  )
}

function wordsOf(part: unknown): string[] {
  if (!hasMembers(part)) return []
  const own = [...WORDS].flatMap((name) => {
    const words = part[name]
    return typeof words === 'string' && words !== '' ? [words] : []
  })
  const options = [...partsOf(part['options']), ...partsOf(part['unit_options'])]
  return [...own, ...options.flatMap(wordsOf)]
}

function listAt(value: unknown, path: readonly string[]): unknown[] {
  const list = valueAt(value, path)
  return Array.isArray(list) ? list : []
}

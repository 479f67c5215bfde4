import { UNNUMBERED, type ListItem, type ListItems } from './list-items.ts'
import { readMarker } from './list-marker.ts'
import { indentationOf } from './style-of.ts'
import { leadingMarker, takeLeading } from './take-leading.ts'

/**
 * Finds paragraphs that begin with a bullet or a number and a tab: typed by hand, or a list that has
 * lost its marks on the way, as Safari and some mail programs write it. One alone is a list only when
 * its class says so. Takes the markers out, in place, and adds to `items`.
 */
export function markTypedItems(root: ParentNode, items: ListItems): void {
  let run: Element[] = []
  for (const block of root.querySelectorAll('p, div')) {
    if (!isTyped(block) || items.has(block)) continue
    const last = run.at(-1)
    if (last && previousBlock(block) !== last) {
      addRun(run, items)
      run = []
    }
    run.push(block)
  }
  addRun(run, items)
}

function isTyped(block: Element): boolean {
  if (block.closest('li, pre') || block.querySelector('p, div, table, ul, ol')) return false
  return leadingMarker(block.textContent ?? '') !== null
}

function previousBlock(block: Element): Element | null {
  let previous = block.previousElementSibling
  while (previous && previous.textContent?.trim() === '') previous = previous.previousElementSibling
  return previous
}

function addRun(run: readonly Element[], items: ListItems): void {
  const [first] = run
  if (!first || (run.length === 1 && !/MsoList/i.test(first.className))) return
  const indentations = run.map(indentationOf)
  const levels = [...new Set(indentations)].toSorted((one, other) => one - other)
  run.forEach((block, index) => {
    const level = levels.indexOf(indentations[index] ?? 0) + 1
    items.set(block, typedItem(takeLeading(block) ?? '', level))
  })
}

/** An item of a list that was typed with `marker` in front. */
export function typedItem(marker: string, level: number): ListItem {
  const read = readMarker(marker)
  const readings = read.ordered ? read.readings : UNNUMBERED
  return { level, ordered: read.ordered, readings, list: 'typed' }
}

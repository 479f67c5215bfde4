import type { Transaction } from '@tiptap/pm/state'
import { AddMarkStep, RemoveMarkStep } from '@tiptap/pm/transform'

/** What a transaction touched, as ranges of its result, with one position more on each side. */
export function changedRanges({
  mapping,
  steps,
  doc,
}: Transaction): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = []
  const add = (step: number, from: number, to: number) => {
    const after = mapping.slice(step + 1)
    ranges.push({
      from: Math.max(0, after.map(from, -1) - 1),
      to: Math.min(doc.content.size, after.map(to, 1) + 1),
    })
  }
  for (const [index, step] of steps.entries()) {
    // Formatting moves nothing, so it is in no map.
    if (step instanceof AddMarkStep || step instanceof RemoveMarkStep)
      add(index, step.from, step.to)
    else step.getMap().forEach((_oldStart, _oldEnd, from, to) => add(index, from, to))
  }
  return ranges
}

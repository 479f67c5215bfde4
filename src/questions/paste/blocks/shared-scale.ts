import { isBare, isAnswered, type Block, type Question } from './blocks.ts'
import { asks } from '#questions/paste/lines/form-words.ts'
import type { Scale } from '#questions/paste/answers/scales.ts'

/**
 * The statements that a scale below the last one of them holds for. Questions share it only where it
 * is set apart from them, because the last one alone may be meant otherwise.
 */
export function sharedBelow(blocks: readonly Block[]): ReadonlyMap<Question, Scale> {
  const shared = new Map<Question, Scale>()
  for (const [at, last] of blocks.entries()) {
    const found = last.kind === 'question' && last.scales.length === 1 ? last.scales[0] : undefined
    if (last.kind !== 'question' || !found || !last.marker || last.options.length > 0) continue
    for (let above = at - 1; above >= 0; above--) {
      const block = blocks[above]
      if (block?.kind !== 'question' || block.marker?.style !== last.marker.style) break
      const isOpen = isBare(block) && !isAnswered(block) && block.help.length === 0
      const isAlike = asks(block.stem.join(' ')) === asks(last.stem.join(' '))
      if (!isOpen || !isAlike || (asks(last.stem.join(' ')) && !found.isApart)) break
      shared.set(block, found.scale)
      shared.set(last, found.scale)
    }
  }
  return shared
}

import { BLOCK_ELEMENTS } from '#html/parse/known-elements.ts'
import { directionOf, holdsRightToLeft } from '#html/words/right-to-left.ts'

/** The parts of a table take the direction of the whole, or its columns would change places. */
const INSIDE_TABLE = new Set('colgroup col thead tbody tfoot tr'.split(' '))
const BLOCKS = [...BLOCK_ELEMENTS].filter((name) => !INSIDE_TABLE.has(name)).join()

/**
 * Gives each block of a fragment the direction of its own first letters, as the editor does, unless the text
 * gives one to it or to what is around it. A block without letters follows what is around it, and a
 * fragment without right-to-left letters stays as it is. Changes `fragment`.
 */
export function directBlocks(fragment: DocumentFragment): DocumentFragment {
  if (!holdsRightToLeft(fragment.textContent ?? '')) return fragment
  for (const block of fragment.querySelectorAll(`:is(${BLOCKS}):not([dir], [dir] *)`)) {
    const direction = directionOf(block.textContent ?? '')
    if (direction === null) continue
    // For `auto` a browser looks at no block that has a direction: around others it would find no letter.
    const holdsBlocks = block.querySelector(BLOCKS) !== null
    block.setAttribute('dir', holdsBlocks ? direction : 'auto')
  }
  return fragment
}

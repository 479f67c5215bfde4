import { serializeFragment } from '#html/parse/inert-document.ts'
import { TextTooLarge } from '#html/parse/limits.ts'
import { BOXES } from '#editor/schema/box.ts'
import { wrapRuns } from '#editor/schema/editor-dom.ts'
import { cleanFragment } from '#html/safety/sanitize.ts'

/** Safe HTML that the editor's schema takes in without losing words; '' when it is too long to be read. */
export function cleanedForSchema(html: string): string {
  try {
    return serializeFragment(withoutBoxes(cleanFragment(html)))
  } catch (error) {
    if (error instanceof TextTooLarge) return ''
    throw error
  }
}

/** Other pages wrap everything in boxes; only those of this editor mean something here. */
function withoutBoxes(fragment: DocumentFragment): DocumentFragment {
  if (fragment.querySelector('[data-pm-slice]')) return fragment
  // A box of the inner ones is gone before the outer one is.
  for (const box of [...fragment.querySelectorAll(BOXES.join())].toReversed()) {
    wrapRuns(box)
    box.replaceWith(...box.childNodes)
  }
  return fragment
}

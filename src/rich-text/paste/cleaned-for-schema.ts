import type { Schema } from '@tiptap/pm/model'
import { inertDocument, serializeFragment } from '#html/inert-document.ts'
import { TextTooLarge } from '#html/limits.ts'
import { BOXES } from '#rich-text/box.ts'
import { wrapRuns } from '#rich-text/editor-dom.ts'
import { cleanFragment } from '#html/sanitize.ts'

/** Safe HTML that the editor's schema takes in without losing words; '' when it is too long to be read. */
export function cleanedForSchema(html: string, schema: Schema): string {
  try {
    const fragment = cleanFragment(html)
    if (!schema.nodes['table']) withTablesAsLines(fragment)
    return serializeFragment(withoutBoxes(fragment))
  } catch (error) {
    if (error instanceof TextTooLarge) return ''
    throw error
  }
}

/**
 * A schema without tables would write the cells of one into a single word: each row becomes a line,
 * its cells parted by spaces. Changes `fragment`.
 */
function withTablesAsLines(fragment: DocumentFragment): void {
  // Inner tables come later in the document, and are lines before the outer ones are.
  for (const table of [...fragment.querySelectorAll('table')].toReversed()) {
    const lines = [...table.querySelectorAll('caption, tr')].map((row) => {
      const line = inertDocument().createElement('div')
      const cells = row.localName === 'tr' ? [...row.children] : [row]
      for (const cell of cells) line.append(...cell.childNodes, ' ')
      return line
    })
    table.replaceWith(...lines)
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

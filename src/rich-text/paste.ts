import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { inertDocument, serializeFragment } from '#html/inert-document.ts'
import { TextTooLarge } from '#html/limits.ts'
import { LINK_ADDRESS } from '#html/link-address.ts'
import { cleanFragment } from '#html/sanitize.ts'
import { BOXES } from './box.ts'
import { wrapRuns } from './editor-dom.ts'

/**
 * What comes from the clipboard or is dropped: cleaned like any HTML before the editor reads it. An
 * address over selected words makes them a link. HTML beyond the limit, such as a page with its
 * pictures inside, comes as its plain text: the words are never lost.
 */
export const Paste = Extension.create({
  name: 'cleanPaste',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          transformPastedHTML: cleaned,
          handlePaste(view, event) {
            const text = event.clipboardData?.getData('text/plain') ?? ''
            const html = event.clipboardData?.getData('text/html') ?? ''
            const { selection, schema, tr } = view.state
            const address = text.trim()
            const link = schema.marks['link']
            if (
              link &&
              !selection.empty &&
              /^https?:\/\/\S+$/i.test(address) &&
              LINK_ADDRESS.test(address)
            ) {
              view.dispatch(
                tr.addMark(selection.from, selection.to, link.create({ href: address })),
              )
              return true
            }
            // With an event of its own: this one would come back here.
            return text !== '' && html !== '' && cleaned(html) === '' && view.pasteText(text)
          },
        },
      }),
    ]
  },
})

/** The cleaned HTML, with tables as lines; '' when it is too long to be read. */
function cleaned(html: string): string {
  try {
    return serializeFragment(withoutBoxes(withTablesAsLines(cleanFragment(html))))
  } catch (error) {
    if (error instanceof TextTooLarge) return ''
    throw error
  }
}

/**
 * The schema has no tables and would write the cells of one into a single word: each row becomes a
 * line, its cells parted by spaces. Changes `fragment`.
 */
function withTablesAsLines(fragment: DocumentFragment): DocumentFragment {
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
  return fragment
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

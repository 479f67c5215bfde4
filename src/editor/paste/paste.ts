import { Extension, type Editor } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { keepPageOnDrop } from '#editor/files/html-of-files.ts'
import { holdsOnlyFiles } from '#editor/files/text-files.ts'
import { gridAround } from '#editor/tables/grid-around.ts'
import { hasTableEditing, loadTableEditing } from '#editor/tables/load-table-editing.ts'
import { holdPosition, say } from '#editor/paste/insert/arriving.ts'
import { cleanedForSchema } from '#editor/paste/insert/cleaned-for-schema.ts'
import { closeCopied } from '#editor/paste/insert/close-copied.ts'
import type { insertPaste } from '#editor/paste/insert/insert-paste.ts'
import { insertSlice } from '#editor/paste/insert/insert-slice.ts'
import {
  nextPasteState,
  pasteKey,
  withPasteState,
  type Clipboard,
  type PasteState,
} from './paste-state.ts'
import { watchPlainPasteKey } from './plain-paste-key.ts'
import { CopiedParser, pasteBlocks } from '#editor/paste/insert/read-pasted.ts'
import { LINK_ADDRESS } from '#html/safety/link-address.ts'

type CleanUp = { insertPaste: typeof insertPaste }

let cleanUp: CleanUp | null = null

/** The code that cleans up, which most visits never need. */
async function loadCleanUp(): Promise<CleanUp> {
  cleanUp = await import('#editor/paste/insert/insert-paste.ts')
  return cleanUp
}

/**
 * What comes from the clipboard or is dropped: cleaned up by code that is loaded when the editor is
 * first at rest, or now. What is pasted before it is there waits for it; what this editor copied and
 * single lines of words need none of it.
 */
export const Paste = Extension.create({
  name: 'cleanPaste',
  addProseMirrorPlugins() {
    const { editor } = this
    const plainPasteKey = watchPlainPasteKey()
    return [
      new Plugin({
        key: pasteKey,
        view: () => ({ destroy: keepPageOnDrop() }),
        state: {
          init: (): PasteState => ({ notice: null, waiting: [] }),
          apply: (tr, state) => nextPasteState(state, tr),
        },
        props: {
          transformPastedHTML: cleanedForSchema,
          transformCopied: closeCopied,
          clipboardParser: CopiedParser.of(editor.schema),
          handlePaste(view, _event, slice) {
            view.dispatch(insertSlice(view.state, slice))
            return true
          },
          handleDOMEvents: {
            ...plainPasteKey.handlers,
            focus() {
              if (!cleanUp && 'requestIdleCallback' in globalThis) {
                requestIdleCallback(() => void loadCleanUp().catch(() => null))
              }
              return false
            },
            paste: (view, event) =>
              event.clipboardData !== null &&
              take(editor, event, event.clipboardData, plainPasteKey.take() || isCode(view)),
            drop(view, event) {
              if (!event.dataTransfer || view.dragging) return false
              const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
              if (place) {
                const near = TextSelection.near(view.state.doc.resolve(place.pos))
                view.dispatch(view.state.tr.setSelection(near))
              }
              return take(editor, event, event.dataTransfer, false)
            },
          },
        },
      }),
    ]
  },
})

const isCode = (view: EditorView) => view.state.selection.$from.parent.type.spec.code === true

/** Whether the event needs nothing further. */
function take(editor: Editor, event: Event, data: DataTransfer, asText: boolean): boolean {
  const { view } = editor
  if (!view.editable || view.composing) return false
  if (holdsOnlyFiles(data)) {
    insertFilesSoon(view, [...data.files])
    event.preventDefault()
    return true
  }
  const text = data.getData('text/plain') || data.getData('text/uri-list').replaceAll('\r\n', ' ')
  const html = asText && text !== '' ? '' : data.getData('text/html')
  if (text === '' && html === '') return false
  if (!linkSelection(view, text.trim())) {
    // Words of one line are what ProseMirror makes of them; so are code and what an editor copied.
    const isOwn = /data-pm-slice/.test(html)
    const isOneLine = html === '' && !/[\n\r*_#`[\]|]/.test(text.trim())
    const isClean = isOwn || isOneLine || isCode(view)
    const insert = () => (isClean ? pasteAsIs : insertSoon)(view, { html, text })
    if (hasTableEditing(editor) || !gridAround(view.state.selection.$from)) insert()
    else {
      // What comes into a cell waits for the code that knows about cells.
      const arrive = holdPosition(view)
      void loadTableEditing(editor).then(() => arrive(insert))
    }
  }
  event.preventDefault()
  return true
}

/** Pastes what needs no clean-up, and takes down the notice about an earlier paste. */
function pasteAsIs(view: EditorView, { html, text }: Clipboard): void {
  if (pasteKey.getState(view.state)?.notice) {
    view.dispatch(withPasteState(view.state.tr, { notice: null }))
  }
  if (html === '') view.pasteText(text)
  else view.pasteHTML(html)
}

function insertSoon(view: EditorView, clipboard: Clipboard): void {
  if (cleanUp) {
    cleanUp.insertPaste(view, clipboard, 'clean')
    return
  }
  const arrive = holdPosition(view)
  loadCleanUp().then(
    ({ insertPaste }) => arrive(() => insertPaste(view, clipboard, 'clean')),
    // Without the clean-up the words and what the sanitiser leaves of the markup are there at least.
    () => arrive(() => insertUncleaned(view, clipboard)),
  )
}

function insertFilesSoon(view: EditorView, files: readonly File[]): void {
  const arrive = holdPosition(view)
  import('#editor/files/insert-files.ts').then(
    ({ insertFiles }) => arrive(() => void insertFiles(view, files)),
    () => arrive(() => say(view, 'The part that reads files could not be loaded. Try again.')),
  )
}

function insertUncleaned(view: EditorView, { html, text }: Clipboard): void {
  if (html === '' || !pasteBlocks(view, html)) view.pasteText(text)
}

/** Makes a link of selected words or pictures; false when there are none, or `address` is none. */
function linkSelection(view: EditorView, address: string): boolean {
  const { selection, schema, doc, tr } = view.state
  const { link } = schema.marks
  if (!link || !/^https?:\/\/\S+$/i.test(address) || !LINK_ADDRESS.test(address)) return false
  if (selection.$from.parent.type.spec.code) return false
  let isSeen = false
  for (const { $from, $to } of selection.ranges) {
    const [from, to] = [$from.pos, $to.pos]
    doc.nodesBetween(from, to, (node, pos, parent) => {
      const words = node.text?.slice(Math.max(0, from - pos), to - pos) ?? ''
      const canBeLink = parent?.type.allowsMarkType(link) === true
      isSeen ||= canBeLink && (/\S/.test(words) || node.type.name === 'image')
    })
    tr.addMark(from, to, link.create({ href: address }))
  }
  if (!isSeen) return false
  view.dispatch(tr)
  return true
}

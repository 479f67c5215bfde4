import { closeHistory, undo } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isStepsHeading } from '#html/words/steps-heading.ts'
import { cleanClipboard } from '#editor/paste/rewrite/clean-clipboard.ts'
import type { CleanPaste } from '#editor/paste/rewrite/clean-paste.ts'
import {
  pasteKey,
  withPasteState,
  type Clipboard,
  type Pasted,
  type PasteMode,
} from '#editor/paste/paste-state.ts'
import { pasteWords } from '#editor/paste/describe-paste.ts'
import { longTableIn, type TableAsData } from '#editor/tables/table-as-data.ts'
import { pasteBlocks } from './read-pasted.ts'

/**
 * Pastes a clipboard at the selection, as one step that can be undone, and leaves a notice about it in
 * the editor's state.
 */
export function insertPaste(view: EditorView, clipboard: Clipboard, mode: PasteMode): void {
  const cleaned = cleanClipboard(clipboard, mode, view.state.schema.nodes['image'] !== undefined)
  const { doc, selection } = view.state
  // What was typed right before and right after is undone by itself.
  view.dispatch(closeHistory(withPasteState(view.state.tr, { notice: null })))
  pasteBlocks(view, cleaned.html)
  const told = pasteKey.getState(view.state)?.notice?.says ?? ''
  view.dispatch(closeHistory(view.state.tr))
  const change = changeBetween(doc, view.state.doc)
  if (!change) {
    const says = mode === 'clean' ? nothingInserted(cleaned, clipboard) : ''
    const said = { kind: 'said', says, pictures: cleaned.report.pictures > 0, undo: null } as const
    if (says !== '') view.dispatch(withPasteState(view.state.tr, { notice: said }))
    return
  }
  const { start, end, endBefore } = change
  const notice: Pasted = {
    kind: 'pasted',
    says: [wordsFor(cleaned, mode, clipboard.file), told].filter(Boolean).join(' '),
    pictures: mode === 'clean' && cleaned.report.pictures > 0,
    modes: otherModes(clipboard, cleaned, mode),
    clipboard,
    from: start,
    to: end,
    replaced: doc.slice(start, endBefore),
    selection,
    isLast: true,
    age: 0,
    steps: stepsAmong(view.state.doc, start, end),
    table: longTableIn(view.state.doc, start, end),
  }
  view.dispatch(withPasteState(view.state.tr, { notice }))
}

/** Takes a paste back, as the keyboard would when nothing was changed since. */
export function undoPaste(view: EditorView, pasted: Pasted): void {
  const { from, to, replaced, isLast, selection } = pasted
  if (isLast) undo(view.state, view.dispatch)
  else view.dispatch(view.state.tr.replace(from, to, replaced))
  const { tr, doc } = view.state
  const [start, end] = [selection.from, selection.to].map((at) =>
    doc.resolve(Math.min(at, doc.content.size)),
  )
  if (isLast) tr.setSelection(selection.getBookmark().resolve(doc))
  else if (start && end) tr.setSelection(TextSelection.between(start, end))
  view.dispatch(withPasteState(tr, { notice: null }))
}

/** Takes a table out of what was pasted: the whole paste, when there was nothing else in it. */
export function takeOutTable(view: EditorView, pasted: Pasted, { at }: TableAsData): void {
  const { doc, tr } = view.state
  const table = doc.nodeAt(at)
  if (table?.type.name !== 'table') return
  const words = doc.textBetween(pasted.from, Math.min(pasted.to, doc.content.size), ' ')
  const inTable = table.textBetween(0, table.content.size, ' ')
  if (words.trim() === inTable.trim()) undoPaste(view, pasted)
  else view.dispatch(closeHistory(tr.delete(at, at + table.nodeSize)))
}

/** Takes a paste back and pastes the same in another way. */
export function pasteAgain(view: EditorView, pasted: Pasted, mode: PasteMode): void {
  undoPaste(view, pasted)
  insertPaste(view, pasted.clipboard, mode)
}

/** Takes the notice down. */
export function dismiss(view: EditorView): void {
  if (pasteKey.getState(view.state)?.notice) {
    view.dispatch(withPasteState(view.state.tr, { notice: null }))
  }
}

function nothingInserted({ report }: CleanPaste, { file }: Clipboard): string {
  if (file === undefined) return pasteWords(report)
  const why =
    report.fallback === 'text' ? 'it is too long for the editor' : 'no usable text is left'
  const pictures = report.pictures > 0 ? '. Prolific needs a web address for each picture' : ''
  return `“${file}” was not inserted: ${why}${pictures}.`
}

function wordsFor({ report }: CleanPaste, mode: PasteMode, file: string | undefined): string {
  if (mode === 'plain') return 'Pasted as plain text.'
  return mode === 'looks' ? 'Pasted with its colors and alignment.' : pasteWords(report, file)
}

function otherModes(
  { html }: Clipboard,
  { report }: CleanPaste,
  mode: PasteMode,
): readonly PasteMode[] {
  const modes: PasteMode[] = []
  if (mode !== 'plain') modes.push('plain')
  if (html !== '' && mode === 'clean' && report.looks) modes.push('looks')
  return modes
}

/** Where two documents differ: from `start` to `endBefore` in the one, to `end` in the other. */
function changeBetween(before: Node, after: Node) {
  const start = before.content.findDiffStart(after.content)
  const ends = before.content.findDiffEnd(after.content)
  if (start === null || !ends) return null
  // The same words may be at both ends of what was inserted.
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b))
  return { start, endBefore: ends.a + overlap, end: ends.b + overlap }
}

/**
 * Where, among the blocks pasted between `from` and `to`, the part begins that says what to do: at a
 * heading such as "Procedure", else at a numbered list that follows other text. Null when there is
 * none.
 */
function stepsAmong(doc: Node, from: number, to: number): { at: number; name: string } | null {
  let hasText = false
  let list: { at: number; name: string } | null = null
  let heading: { at: number; name: string } | null = null
  doc.forEach((block, at) => {
    // Not the block that something was pasted into, nor those behind.
    if (heading || at + block.nodeSize <= from || at >= to || at + 1 < from) return
    const isLast = at + block.nodeSize >= to
    const name = block.textContent.trim()
    if (isHeading(block) && isStepsHeading(name) && !isLast) {
      heading = { at, name: name.replace(/[:.]$/, '') }
    }
    if (!list && hasText && block.type.name === 'orderedList' && block.childCount > 1) {
      list = { at, name: shortened(block.firstChild?.firstChild?.textContent ?? '') }
    }
    hasText ||= block.type.name === 'paragraph' && name !== ''
  })
  return heading ?? list
}

/** A heading, or a line that stands for one: short and bold, or ending with a colon. */
function isHeading(block: Node): boolean {
  if (block.type.name === 'heading') return true
  if (block.type.name !== 'paragraph' || block.textContent.length > 60) return false
  let isBold = block.childCount > 0
  block.forEach((child) => {
    isBold &&= child.marks.some(({ type }) => type.name === 'bold')
  })
  return isBold || block.textContent.trim().endsWith(':')
}

function shortened(text: string): string {
  const words = text.trim().split(/\s+/)
  return words.length <= 5 ? words.join(' ') : `${words.slice(0, 5).join(' ')}…`
}

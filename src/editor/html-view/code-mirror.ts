import {
  defaultKeymap,
  history,
  historyKeymap,
  isolateHistory,
  redoDepth,
  undoDepth,
} from '@codemirror/commands'
import { autoCloseTags, htmlLanguage } from '@codemirror/lang-html'
import { bracketMatching, syntaxHighlighting } from '@codemirror/language'
import { linter, lintKeymap } from '@codemirror/lint'
import { search, searchKeymap } from '@codemirror/search'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView, keymap, lineNumbers, showDialog } from '@codemirror/view'
import { codeColours, codeTheme } from './code-theme.ts'
import type { HtmlProblem } from './html-problems.ts'
import { indexInHtml, inkPositionInHtml } from './ink.ts'
import { placeholderMarks } from './placeholder-marks.ts'
import { holdsOnlyFiles } from '#editor/files/text-files.ts'
import type { Editor } from '@tiptap/core'
import type { TextPosition } from '#html/parse/edit-blocks.ts'

/** Takes a file that is dropped on the HTML or pasted into it, as the visual editor does. */
const fileDrop = EditorView.domEventHandlers({
  drop: (event, view) => {
    const at = view.posAtCoords({ x: event.clientX, y: event.clientY })
    return take(view, event, event.dataTransfer, at)
  },
  paste: (event, view) => take(view, event, event.clipboardData, null),
})

/** What the surroundings of the HTML want to know. */
export interface CodeStatus {
  canUndo: boolean
  canRedo: boolean
  problems: readonly HtmlProblem[]
}

interface CodeOptions {
  /** The name of the text area. */
  label: string
  onChange: () => void
  onStatus: (status: CodeStatus) => void
  findProblems: (html: string) => readonly HtmlProblem[]
}

/** The words of the search panel. */
const words = {
  next: 'Next',
  previous: 'Previous',
  all: 'Select all',
  'match case': 'Match case',
  regexp: 'Pattern',
  replace: 'Replace',
  'replace all': 'Replace all',
  close: 'Close',
}

/** What a state has from those who show it now; it outlives them. */
const surroundings = new Compartment()

/** A new state, and with it a new undo history. */
export function createCodeState(html: string, options: CodeOptions): EditorState {
  return EditorState.create({
    doc: html,
    extensions: [own, surroundings.of(extensionsFor(options))],
  })
}

/** A state that was shown before, for those who show it now. */
export function resumeCodeState(state: EditorState, options: CodeOptions): EditorState {
  return state.update({ effects: surroundings.reconfigure(extensionsFor(options)) }).state
}

/**
 * Shows a state in a shadow root, where the page's policy lets CodeMirror bring its own styles. Tab is
 * bound to nothing, so that the keyboard can leave.
 */
export function showCode(host: HTMLElement, state: EditorState): EditorView {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  return new EditorView({ state, root, parent: root })
}

/** Replaces what differs from `html`, in one step of the undo history; the caret stays at its words. */
export function rewriteCode(view: EditorView, html: string): void {
  const before = view.state.doc.toString()
  if (before === html) return
  const shorter = Math.min(before.length, html.length)
  let from = 0
  while (from < shorter && before[from] === html[from]) from += 1
  let kept = 0
  while (kept < shorter - from && before.at(-1 - kept) === html.at(-1 - kept)) kept += 1
  const caret = inkPositionInHtml(before, view.state.selection.main.head)
  view.dispatch({
    changes: { from, to: before.length - kept, insert: html.slice(from, html.length - kept) },
    selection: { anchor: indexInHtml(html, caret) },
    annotations: isolateHistory.of('full'),
    scrollIntoView: true,
  })
}

/** Selects a part of the HTML and scrolls to it. */
export function selectCode(view: EditorView, from: number, to = from): void {
  view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true })
}

const own: Extension = [
  // Of all line ends only this one, so that the others stay the bytes that they are.
  EditorState.lineSeparator.of('\n'),
  EditorView.clipboardInputFilter.of((text) => text.replaceAll(/\r\n?/g, '\n')),
  EditorView.lineWrapping,
  lineNumbers(),
  history(),
  htmlLanguage,
  autoCloseTags,
  bracketMatching(),
  syntaxHighlighting(codeColours),
  codeTheme,
  placeholderMarks,
  search({ top: true }),
  fileDrop,
  EditorState.phrases.of(words),
  keymap.of([
    ...searchKeymap,
    ...historyKeymap,
    ...lintKeymap,
    // The form is sent with this one.
    ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter'),
  ]),
]

function extensionsFor({ label, onChange, onStatus, findProblems }: CodeOptions): Extension {
  let problems: readonly HtmlProblem[] = []
  const report = ({ state }: { state: EditorState }) =>
    onStatus({ canUndo: undoDepth(state) > 0, canRedo: redoDepth(state) > 0, problems })
  return [
    EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'true' }),
    linter(
      (view) => {
        problems = findProblems(view.state.doc.toString())
        report(view)
        return problems.map(({ from, to, message, severity }) => ({ from, to, message, severity }))
      },
      { delay: 400 },
    ),
    EditorView.updateListener.of((update) => {
      if (!update.docChanged) return
      onChange()
      report(update)
    }),
  ]
}

function take(view: EditorView, event: Event, data: DataTransfer | null, at: number | null) {
  if (!data || !holdsOnlyFiles(data)) return false
  event.preventDefault()
  if (at !== null) view.dispatch({ selection: { anchor: at } })
  void insert(view, [...data.files])
  return true
}

async function insert(view: EditorView, files: readonly File[]) {
  const { htmlOfFiles } = await import('#editor/files/html-of-files.ts')
  const { html, says } = await htmlOfFiles(files)
  if (html !== '') view.dispatch(view.state.replaceSelection(html), { scrollIntoView: true })
  showDialog(view, { label: says })
}

/** What shows a text as HTML: CodeMirror, or a plain field where that cannot be had. */
export interface HtmlEditor {
  focus: () => void
  /** Replaces the text in one step that can be undone. */
  rewrite: (html: string) => void
  /** Replaces the text and begins a new undo history. */
  restart: (html: string) => void
  reveal: (position: TextPosition) => void
  /** Puts the caret of the visual editor where the one in here is. */
  leaveFor: (editor: Editor) => void
}

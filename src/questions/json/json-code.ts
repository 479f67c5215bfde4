import { defaultKeymap } from '@codemirror/commands'
import {
  bracketMatching,
  HighlightStyle,
  StreamLanguage,
  syntaxHighlighting,
} from '@codemirror/language'
import { linter } from '@codemirror/lint'
import { search, searchKeymap } from '@codemirror/search'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { codeTheme } from '#editor/html-view/code-theme.ts'
import type { JsonProblem } from './json-problems.ts'

type JsonCodeOptions = {
  host: HTMLElement
  source: string
  label: string
  onChange: (source: string) => void
  undo: () => void
  redo: () => void
  findProblems: (source: string) => readonly JsonProblem[]
  onProblems: (problems: readonly JsonProblem[]) => void
}

/**
 * Shows questions as JSON in a shadow root, where the page's policy lets CodeMirror bring its styles. It
 * has no history of its own: undo goes on through what was changed in the cards.
 */
export function openJsonCode(options: JsonCodeOptions): EditorView {
  const { host, source, label, onChange, undo, redo, findProblems, onProblems } = options
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const state = EditorState.create({
    doc: source,
    extensions: [
      // Of all line ends only this one, so that the others stay the bytes that they are.
      EditorState.lineSeparator.of('\n'),
      EditorView.clipboardInputFilter.of((text) => text.replaceAll(/\r\n?/g, '\n')),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label }),
      lineNumbers(),
      json,
      bracketMatching(),
      syntaxHighlighting(colors),
      codeTheme,
      search({ top: true }),
      keymap.of([
        { key: 'Mod-z', run: does(undo), preventDefault: true },
        { key: 'Mod-y', run: does(redo), preventDefault: true },
        { key: 'Mod-Shift-z', run: does(redo), preventDefault: true },
        ...searchKeymap,
        // The form is sent with this one.
        ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter'),
      ]),
      linter(
        (view) => {
          const problems = findProblems(view.state.doc.toString())
          onProblems(problems)
          return problems.map(({ from, to, message }) => ({ from, to, message, severity: 'error' }))
        },
        { delay: 400 },
      ),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onChange(update.state.doc.toString())
      }),
    ],
  })
  return new EditorView({ state, root, parent: root })
}

/** Says what an element of the page would say with attributes: ids do not reach into a shadow root. */
export function describeCode(view: EditorView, invalid: boolean, describedBy: string | undefined) {
  view.contentDOM.setAttribute('aria-invalid', String(invalid))
  view.contentDOM.ariaDescribedByElements = (describedBy ?? '')
    .split(' ')
    .flatMap((name) => document.getElementById(name) ?? [])
}

/** Replaces what differs. */
export function showSource(view: EditorView, source: string) {
  const before = view.state.doc.toString()
  if (before === source) return
  const shorter = Math.min(before.length, source.length)
  let from = 0
  while (from < shorter && before[from] === source[from]) from += 1
  let kept = 0
  while (kept < shorter - from && before.at(-1 - kept) === source.at(-1 - kept)) kept += 1
  view.dispatch({
    changes: { from, to: before.length - kept, insert: source.slice(from, source.length - kept) },
    scrollIntoView: true,
  })
}

function does(command: () => void) {
  return () => {
    command()
    return true
  }
}

const json = StreamLanguage.define<null>({
  token: (stream) => {
    if (stream.eatSpace()) return null
    if (stream.match(/^"(?:[^"\\]|\\.)*"(?=\s*:)/)) return 'propertyName'
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return 'string'
    if (stream.match(/^-?\d[\d.eE+-]*/)) return 'number'
    if (stream.match(/^(?:true|false|null)\b/)) return 'atom'
    stream.next()
    return null
  },
})

const colors = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--code-attribute)' },
  { tag: tags.string, color: 'var(--code-value)' },
  { tag: [tags.number, tags.atom], color: 'var(--code-entity)' },
])

import type { EditorView } from '@codemirror/view'
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { TextSession } from '#editor/document/text-session.ts'
import {
  createCodeState,
  resumeCodeState,
  rewriteCode,
  selectCode,
  showCode,
  type CodeStatus,
} from './code-mirror.ts'
import { rangeOfPosition } from './find-place.ts'
import { htmlProblems } from './html-problems.ts'
import { indexInHtml, inkPositionInDocument, inkPositionInHtml, positionInDocument } from './ink.ts'

export type OpenCode = ReturnType<typeof openCode>

interface CodeSurroundings {
  host: HTMLElement
  session: TextSession
  /** The visual editor of the same text. */
  editor: Editor
  label: string
  onStatus: (status: CodeStatus) => void
}

/**
 * Opens the HTML of a text where its caret is in the visual editor, with the undo history that it had
 * when it was shown last.
 */
export function openCode({ host, session, editor, label, onStatus }: CodeSurroundings) {
  const html = session.html()
  const readHtml = () => view.state.doc.toString()
  const options = {
    label,
    onChange: () => session.write(readHtml),
    onStatus,
    findProblems: (text: string) => htmlProblems(text, session.removed()),
  }
  const kept = session.htmlState.get()
  const view: EditorView = showCode(
    host,
    kept ? resumeCodeState(kept, options) : createCodeState(html, options),
  )
  rewriteCode(view, html)
  const { doc, selection } = editor.state
  selectCode(view, indexInHtml(html, inkPositionInDocument(doc, selection.head)))

  const detach = session.attach({
    focus: () => view.focus(),
    rewrite: (next) => rewriteCode(view, next),
    restart: (next) => view.setState(createCodeState(next, options)),
    reveal(position) {
      const range = rangeOfPosition(readHtml(), position)
      if (range) selectCode(view, range.from, range.to)
      view.focus()
    },
    leaveFor(visual) {
      const caret = inkPositionInHtml(readHtml(), view.state.selection.main.head)
      const position = positionInDocument(visual.state.doc, caret)
      const { tr } = visual.state
      visual.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(position))))
    },
  })

  return {
    view,
    /** Says what an element of the page would say with attributes: ids do not reach into a shadow root. */
    describe: (invalid: boolean, describedBy: string | undefined) => {
      view.contentDOM.setAttribute('aria-invalid', String(invalid))
      view.contentDOM.ariaDescribedByElements = (describedBy ?? '')
        .split(' ')
        .flatMap((id) => document.getElementById(id) ?? [])
    },
    close: () => {
      detach()
      session.htmlState.set(view.state)
      view.destroy()
    },
  }
}

import type { Editor } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import { useDeferredValue, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { TextTooLarge } from '#html/parse/limits.ts'
import { outgoingHtml } from '#html/safety/sanitize.ts'
import { Button } from '#ui/Button.tsx'
import control from '#ui/control.module.css'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { describedBy, Field } from '#ui/forms/Field.tsx'
import { hasFirstFocus } from '#ui/dialogs/dialog-focus.ts'
import { isProtectedPart, partAt, removePart, selectPart } from './protected-part-actions.ts'
import styles from './ProtectedPartDialog.module.css'
import { htmlProblems, type HtmlProblem } from '#editor/html-view/html-problems.ts'
import { ProblemList } from '#editor/html-view/ProblemList.tsx'
import type { TextSession } from '#editor/document/text-session.ts'

type ProtectedPartDialogProps = { editor: Editor; session: TextSession; onClose: () => void }

/** Shows the selected protected part as HTML, exactly as it was written, and puts what is saved there. */
export function ProtectedPartDialog({ editor, session, onClose }: ProtectedPartDialogProps) {
  const id = useId()
  const [position] = useState(() => partAt(editor))
  const [start] = useState(() => position?.html.replaceAll('\r\n', '\n') ?? '')
  const [html, setHtml] = useState(start)
  const [unsaved, setUnsaved] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  // The list may come a little later than the letters.
  const shown = useDeferredValue(html)
  const { problems, error } = useMemo(() => read(shown), [shown])

  const close = () => {
    onClose()
    // After the dialog has given the focus back to where it came from, the writing goes on in the text.
    requestAnimationFrame(() => editor.isDestroyed || editor.view.focus())
  }
  const leave = () => {
    if (html === start || unsaved) close()
    else setUnsaved(true)
  }
  const save = () => {
    if (read(html).error !== undefined) {
      area.current?.focus()
      return
    }
    if (position && html.trim() === '') removePart(editor, position.pos)
    else if (position && html !== start) {
      // A text area knows one kind of line end.
      const crlf = position.html.includes('\r\n')
      session.rewritePart(position.pos, crlf ? html.replaceAll('\n', '\r\n') : html)
      selectAt(editor, position.pos)
    }
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // The form around the editor must not take the keys of this dialog.
    event.stopPropagation()
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    save()
  }

  return (
    <div onKeyDown={onKeyDown} role="presentation">
      <Dialog
        wide
        title="Edit the protected part as HTML"
        onClose={leave}
        actions={
          <>
            <Button kind="primary" onClick={save}>
              {html.trim() === '' ? 'Remove the part' : 'Save'}
            </Button>
            <Button kind="quiet" onClick={close}>
              {html === start ? 'Cancel' : 'Discard changes'}
            </Button>
          </>
        }
      >
        <Field
          id={`${id}-html`}
          label="HTML"
          error={error}
          help="Kept exactly as written, unless the visual editor can handle it. To remove the part, delete all of its HTML. Undo brings it back."
        >
          <textarea
            ref={(element) => {
              area.current = element
              hasFirstFocus(element)
            }}
            id={`${id}-html`}
            className={`${control.control} ${styles.html}`}
            rows={10}
            dir="ltr"
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            aria-invalid={error !== undefined}
            aria-describedby={describedBy(`${id}-html`, { error: error !== undefined, help: true })}
            value={html}
            onChange={({ target }) => {
              setHtml(target.value)
              setUnsaved(false)
            }}
          />
        </Field>
        <ProblemList
          problems={problems}
          lineOf={(index) => shown.slice(0, index).split('\n').length}
          onShow={({ from, to }) => {
            area.current?.focus()
            area.current?.setSelectionRange(from, to)
          }}
        />
        <p role="alert" className={styles.unsaved}>
          {unsaved && 'Your changes are not saved. Save them, or close again to discard them.'}
        </p>
      </Dialog>
    </div>
  )
}

/** What the browser makes of `html` and what is unsafe in it; `error` when it cannot be read. */
function read(html: string): { problems: readonly HtmlProblem[]; error?: string } {
  try {
    return { problems: htmlProblems(html, outgoingHtml(html).removed) }
  } catch (error) {
    if (!(error instanceof TextTooLarge)) throw error
    return { problems: [], error: `${error.message} Shorten it.` }
  }
}

/** Selects what stands at `pos` now: the part that it still is, or the beginning of its words. */
function selectAt(editor: Editor, pos: number): void {
  const { doc, tr } = editor.state
  const place = doc.resolve(Math.min(pos, doc.content.size))
  if (place.nodeAfter && isProtectedPart(place.nodeAfter)) selectPart(editor, place.pos)
  else editor.view.dispatch(tr.setSelection(Selection.near(place)).scrollIntoView())
}

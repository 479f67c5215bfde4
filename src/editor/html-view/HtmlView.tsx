import { redo, undo } from '@codemirror/commands'
import { openSearchPanel } from '@codemirror/search'
import type { EditorView } from '@codemirror/view'
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { HtmlModeProps } from '#editor/HtmlMode.tsx'
import { ModeSwitch } from '#editor/ModeSwitch.tsx'
import fieldStyles from '#editor/RichTextField.module.css'
import { ToolRow } from '#editor/toolbar/ToolRow.tsx'
import { rewriteCode, selectCode, type CodeStatus } from './code-mirror.ts'
import { HtmlTools } from './HtmlTools.tsx'
import styles from './HtmlView.module.css'
import { openCode, type OpenCode } from './open-code.ts'
import { ProblemList } from './ProblemList.tsx'

/** A text as HTML, with highlighting, search and what the browser makes of it. */
export function HtmlView({ field, session, editor, refusal, takesFocus, onSwitch }: HtmlModeProps) {
  const { id, label, describedBy, invalid } = field
  const toolbar = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<OpenCode | null>(null)
  const code = opened?.view ?? null
  const [status, setStatus] = useState<CodeStatus>({ canUndo: false, canRedo: false, problems: [] })
  const [note, setNote] = useState('')

  const place = useCallback(
    (host: HTMLDivElement | null) => {
      if (!host) return
      const shown = openCode({ host, session, editor, label, onStatus: setStatus })
      if (takesFocus) shown.view.focus()
      setOpened(shown)
      return shown.close
    },
    [session, editor, label, takesFocus],
  )

  // React does not render the text area.
  useEffect(() => opened?.describe(invalid, describedBy), [opened, describedBy, invalid])

  const format = async () => {
    if (!code) return
    const html = code.state.doc.toString()
    const { formatHtml } = await import('#html/parse/format-html.ts')
    const formatted = await formatHtml(html)
    if (code.state.doc.toString() !== html) return
    if (formatted.ok) rewriteCode(code, formatted.html)
    setNote(formatted.ok ? 'Formatted. Use Undo to go back.' : formatted.reason)
  }
  const act = (command: (view: EditorView) => boolean) => () => {
    if (!code) return
    code.focus()
    command(code)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.key !== 'F10') return
    event.preventDefault()
    toolbar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }

  return (
    <div className={fieldStyles.field} data-invalid={invalid || undefined}>
      <ToolRow
        ref={toolbar}
        label={`${label}: HTML`}
        controls={id}
        firstStop="undo"
        onEscape={() => code?.focus()}
      >
        {(stop) => (
          <>
            <HtmlTools
              {...status}
              onUndo={act(undo)}
              onRedo={act(redo)}
              onFind={act(openSearchPanel)}
              onFormat={() => void format()}
              stop={stop}
            />
            <span className={fieldStyles.gap} />
            <ModeSwitch mode="html" onSwitch={onSwitch} stop={stop} />
          </>
        )}
      </ToolRow>
      <div
        ref={place}
        id={id}
        className={styles.host}
        role="presentation"
        translate="no"
        onKeyDown={onKeyDown}
        onBlur={() => session.leave()}
      />
      <ProblemList
        problems={status.problems}
        lineOf={(index) =>
          code ? code.state.doc.lineAt(Math.min(index, code.state.doc.length)).number : 1
        }
        onShow={({ from, to }) => {
          if (!code) return
          selectCode(code, from, to)
          code.focus()
        }}
      />
      <div aria-live="polite">
        {(refusal ?? note) !== '' && <p className={styles.note}>{refusal ?? note}</p>}
      </div>
    </div>
  )
}

import { CircleAlert } from 'lucide-react'
import { useCallback, useEffect, useImperativeHandle, useState, type Ref } from 'react'
import type { EditorView } from '@codemirror/view'
import { counted } from '#ui/counted.ts'
import html from '#editor/html-view/HtmlView.module.css'
import { describeCode, openJsonCode, showSource } from './json-code.ts'
import { jsonProblems, type JsonProblem } from './json-problems.ts'
import styles from './JsonView.module.css'

type JsonViewProps = {
  id: string
  label: string
  source: string
  onChange: (source: string) => void
  undo: () => void
  redo: () => void
  /** Ids of what describes it. */
  describedBy: string | undefined
  invalid: boolean
  ref: Ref<{ focus: () => void }>
}

const MOST_SHOWN = 8

/** Questions as JSON, with what is wrong in them in sentences. */
export function JsonView(props: JsonViewProps) {
  const { id, label, source, onChange, undo, redo, describedBy, invalid, ref } = props
  const [view, setView] = useState<EditorView | null>(null)
  const [problems, setProblems] = useState<readonly JsonProblem[]>([])
  useImperativeHandle(ref, () => ({ focus: () => view?.focus() }), [view])

  const [first] = useState(source)
  const place = useCallback(
    (host: HTMLDivElement | null) => {
      if (!host) return
      const opened = openJsonCode({
        host,
        source: first,
        label,
        onChange,
        undo,
        redo,
        findProblems: jsonProblems,
        onProblems: setProblems,
      })
      setView(opened)
      return () => opened.destroy()
    },
    [first, label, onChange, undo, redo],
  )

  // React does not render what CodeMirror shows: undo and whoever else writes the questions reach it here.
  useEffect(() => {
    if (view) showSource(view, source)
  }, [view, source])
  useEffect(() => {
    if (view) describeCode(view, invalid, describedBy)
  }, [view, describedBy, invalid])

  const show = ({ from, to }: JsonProblem) => {
    view?.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true })
    view?.focus()
  }
  const more = problems.length - MOST_SHOWN
  return (
    <div className={styles.view}>
      <div
        ref={place}
        id={id}
        className={`${html.host} ${styles.host}`}
        role="presentation"
        translate="no"
      />
      <p className="visually-hidden" aria-live="polite">
        {problems.length > 0 && `${counted(problems.length, 'problem')} in the JSON.`}
      </p>
      {problems.length > 0 && (
        <ul className={styles.problems} aria-label="Problems in the JSON">
          {!problems[0]?.isJson && <li>The questions are not readable JSON.</li>}
          {problems.slice(0, MOST_SHOWN).map((problem) => (
            <li key={`${problem.from} ${problem.message}`}>
              <CircleAlert aria-hidden size={16} />
              <button type="button" className={styles.problem} onClick={() => show(problem)}>
                {problem.message}
              </button>
            </li>
          ))}
          {more > 0 && <li>And {more} more.</li>}
        </ul>
      )}
    </div>
  )
}

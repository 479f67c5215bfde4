import { Redo2, Undo2 } from 'lucide-react'
import {
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react'
import { flushSync } from 'react-dom'
import type { DataColumn } from '#contract/dataset.ts'
import type { ItemAddress } from '#questions/layout/address.ts'
import { Button } from '#ui/Button.tsx'
import { Choice } from '#ui/forms/Choice.tsx'
import { Later } from '#ui/loading/Later.tsx'
import { Skeleton } from '#ui/loading/Skeleton.tsx'
import { BuilderContext, focusCard, useShown } from '#questions/builder/state/builder-context.ts'
import { createBuilder } from '#questions/builder/state/builder-store.ts'
import styles from './builder.module.css'
import { Canvas } from './Canvas.tsx'
import { findProblems } from '#questions/builder/state/item-problems.ts'
import { ProblemSummary } from './ProblemSummary.tsx'

export type QuestionBuilderProps = {
  id: string
  label: string
  /** The questions as JSON. */
  value: string
  /** Called with each change; must stay the same function. */
  onChange: (value: string) => void
  /** Called when the focus leaves the builder. */
  onBlur: () => void
  /** The columns that can be shown; null when the data have none, undefined when that is not known. */
  columns: readonly DataColumn[] | null | undefined
  /** Whether the form was sent with something wrong here. */
  invalid: boolean
  /** What the API said last, in the words of `wordIssue`; '' for nothing. */
  refused: string
  /** Ids of what describes it. */
  describedBy: string | undefined
  /** What else there is to begin with, where there are no questions yet. */
  starts: ReactNode
  ref: Ref<{ focus: (at?: ItemAddress | null) => void }>
}

type Mode = 'visual' | 'json'

/** CodeMirror is most of it. */
const loadJson = () => import('#questions/json/JsonView.tsx').then((module) => module.JsonView)

/** The questions of a batch, as cards or as JSON; what the cards cannot show stays as it is. */
export function QuestionBuilder(props: QuestionBuilderProps) {
  const { id, label, value, onChange, onBlur, columns, invalid, refused, describedBy, ref } = props
  const [store] = useState(() => createBuilder(value, onChange))
  const { history, pages, said, deleted } = useShown(store, (state) => state)
  const [mode, setMode] = useState<Mode>(() => (pages ? 'visual' : 'json'))
  const root = useRef<HTMLDivElement>(null)
  const json = useRef<{ focus: () => void }>(null)

  // A restored draft, the sample or another window writes the questions from outside.
  useEffect(() => store.receive(value), [store, value])

  useImperativeHandle(
    ref,
    () => ({
      /** Gives the focus to the card of an item; without one to what comes first. */
      focus: (at = null) => {
        if (at && store.get().pages) flushSync(() => setMode('visual'))
        if (json.current) json.current.focus()
        else focusCard(root.current, at)
      },
    }),
    [store],
  )
  const names = useMemo(() => columns && columns.map(({ key }) => key), [columns])
  const problems = useMemo(
    () => findProblems(history.present, names, refused),
    [history.present, names, refused],
  )
  const builder = useMemo(
    () => ({ store, columns: names, firstValues: columns ?? [] }),
    [store, names, columns],
  )

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, shiftKey, target } = event
    if (!(ctrlKey || metaKey) || !['z', 'y'].includes(key.toLowerCase())) return
    // The editor of a text, the JSON and a dialog have keys of their own.
    if (!(target instanceof HTMLElement) || target.isContentEditable || target.shadowRoot) return
    if (target.closest('dialog')) return
    event.preventDefault()
    if (key.toLowerCase() === 'y' || shiftKey) store.redo()
    else store.undo()
  }

  return (
    <BuilderContext value={builder}>
      <div
        ref={root}
        data-builder
        role="group"
        aria-label={label}
        aria-describedby={describedBy}
        className={styles.builder}
        onKeyDown={onKeyDown}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget)) onBlur()
        }}
      >
        <div className={styles.tools}>
          <Choice
            label="Edit questions as"
            options={[
              { value: 'visual', label: 'Visual' },
              { value: 'json', label: 'JSON' },
            ]}
            value={mode}
            onChange={(next: Mode) => {
              store.open(null)
              setMode(next)
            }}
          />
          <span className={styles.history}>
            <Button
              kind="quiet"
              aria-label="Undo a change of the questions"
              title="Undo"
              disabled={history.past.length === 0}
              onClick={store.undo}
            >
              <Undo2 aria-hidden size={18} />
            </Button>
            <Button
              kind="quiet"
              aria-label="Redo a change of the questions"
              title="Redo"
              disabled={history.future.length === 0}
              onClick={store.redo}
            >
              <Redo2 aria-hidden size={18} />
            </Button>
          </span>
        </div>
        <p className="visually-hidden" aria-live="polite">
          {said}
        </p>
        {mode === 'json' ? (
          <Later
            load={loadJson}
            name="the JSON"
            waiting={<Skeleton label="Loading the JSON" height={200} />}
          >
            {(JsonView) => (
              <JsonView
                id={`${id}-json`}
                label={label}
                source={history.present}
                onChange={store.write}
                undo={store.undo}
                redo={store.redo}
                describedBy={describedBy}
                invalid={invalid}
                ref={json}
              />
            )}
          </Later>
        ) : (
          <>
            <ProblemSummary invalid={invalid} problems={problems} />
            {pages ? (
              <Canvas pages={pages} problems={problems} invalid={invalid} starts={props.starts} />
            ) : (
              <Unshown onJson={() => setMode('json')} />
            )}
          </>
        )}
        {deleted !== null && (
          <div className={styles.deleted}>
            {deleted}{' '}
            <Button kind="quiet" onClick={store.undo}>
              Undo
            </Button>
          </div>
        )}
      </div>
    </BuilderContext>
  )
}

function Unshown({ onJson }: { onJson: () => void }) {
  return (
    <div className={styles.empty}>
      <p>
        What is written here has no pages, rows and columns that could be shown as cards. Nothing of
        it is lost.
      </p>
      <Button data-first onClick={onJson}>
        Edit it as JSON
      </Button>
    </div>
  )
}

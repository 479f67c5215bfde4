import { CircleCheck, X } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import { hideFirstSteps, needsFirstSteps, showFirstSteps } from '#storage/visits.ts'
import { Button } from '#ui/Button.tsx'
import type { DraftForm } from '#screens/write/fields/form-fields.ts'
import styles from './FirstSteps.module.css'

type FirstStepsProps = {
  form: DraftForm
  /** Whether the participant view is all that is shown, as on a phone. */
  viewShown: boolean
  onExample: () => void
  onView: () => void
  /** What stands here when the steps are not wanted. */
  otherwise: ReactNode
}

/**
 * The way to a first batch in three steps, which tick themselves. Shown until a batch was created in
 * this browser or somebody hid it; nothing has to be done in its order.
 */
export function FirstSteps({ form, viewShown, onExample, onView, otherwise }: FirstStepsProps) {
  const [shown, setShown] = useState(needsFirstSteps)
  const [justHidden, setJustHidden] = useState(false)
  const [looked, setLooked] = useState(false)
  const started = useWatch({
    control: form.control,
    compute: ({ taskTitle, introduction, steps }) => taskTitle + introduction + steps !== '',
  })

  // Beside a form nobody opens the view: who points at it or moves the focus there looks at it.
  useEffect(() => {
    if (!shown || !started) return undefined
    const look = ({ target }: Event) => {
      if (target instanceof Element && target.closest('aside')) setLooked(true)
    }
    addEventListener('pointerover', look)
    addEventListener('focusin', look)
    return () => {
      removeEventListener('pointerover', look)
      removeEventListener('focusin', look)
    }
  }, [shown, started])

  if (justHidden) {
    return (
      <div className={styles.path}>
        <p role="status">
          The first steps are hidden.{' '}
          <button
            type="button"
            className={styles.go}
            // The button that was pressed is gone.
            ref={(button) => button?.focus()}
            onClick={() => {
              showFirstSteps()
              setJustHidden(false)
              setShown(true)
            }}
          >
            Undo
          </button>
        </p>
      </div>
    )
  }
  if (!shown) return otherwise
  const steps = [
    { text: 'Start from an example', done: started, run: onExample },
    {
      text: 'See it as participants do',
      done: started && (looked || viewShown),
      run: () => {
        setLooked(true)
        onView()
      },
    },
    { text: 'Create a practice batch', done: false },
  ]
  const next = steps.findIndex(({ done }) => !done)

  return (
    <section className={styles.path} aria-label="Your first batch">
      <ol className={styles.steps}>
        {steps.map(({ text, done, run }, index) => (
          <li key={text} className={styles.step} aria-current={index === next ? 'step' : undefined}>
            {done ? (
              <CircleCheck size={16} className={styles.done} aria-label="Done:" role="img" />
            ) : (
              <span className={styles.number} aria-hidden>
                {index + 1}
              </span>
            )}
            {run && index === next ? (
              <button type="button" className={styles.go} onClick={run}>
                {text}
              </button>
            ) : (
              <span className={styles.word}>{text}</span>
            )}
          </li>
        ))}
      </ol>
      <Button
        kind="quiet"
        className={styles.hide}
        aria-label="Hide these steps"
        onClick={() => {
          hideFirstSteps()
          setShown(false)
          setJustHidden(true)
        }}
      >
        <X aria-hidden size={16} />
      </Button>
    </section>
  )
}

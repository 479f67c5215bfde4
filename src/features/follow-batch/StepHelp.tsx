import type { ReactNode } from 'react'
import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/read-batch.ts'
import { Button } from '#ui/Button.tsx'
import type { BatchFacts } from './batch-facts.ts'
import type { StepName } from './next-steps.ts'
import { StartFromThis } from './StartFromThis.tsx'
import styles from './StepHelp.module.css'
import { ToProlific } from './ToProlific.tsx'

type StepHelpProps = {
  step: StepName
  facts: BatchFacts
  backend: Backend
  prolific: Backend | undefined
  batch: Batch
  onSetUp: () => void
}

/** One sentence on the step that is next, and the button or link that does it. */
export function StepHelp({ step, facts, backend, prolific, batch, onSetUp }: StepHelpProps) {
  const inProlific = backend.place === 'prolific'
  const again = <StartFromThis place={backend.place} id={batch.id} kind="secondary" />

  switch (step) {
    case 'created':
      return null
    case 'dataset':
      return facts.hasQuestions ? (
        <Help action={<Button onClick={onSetUp}>Choose a dataset…</Button>}>
          You choose it when you set the batch up.
        </Help>
      ) : (
        <Help action={again}>
          This batch has no dataset and no questions. Start a new batch from this one and add both;
          its texts come along.
        </Help>
      )
    case 'questions':
      return (
        <Help action={again}>
          Participants have nothing to answer yet. Start a new batch from this one and add them
          under “Questions and data”{inProlific ? ', or add them in Prolific' : ''}.
        </Help>
      )
    case 'set-up':
      return (
        <Help action={<Button onClick={onSetUp}>Choose the group size…</Button>}>
          Decide how many items each participant works through. {backend.name} then makes the tasks.
        </Help>
      )
    case 'study':
      return (
        <Help
          action={
            <ToProlific backend={backend} prolific={prolific} batch={batch} kind="secondary" />
          }
        >
          {inProlific
            ? 'A study invites and pays participants. Make one in Prolific and choose this batch in it.'
            : 'Practice ends here. Once this batch exists in Prolific, you make a study with it there.'}
        </Help>
      )
  }
}

type HelpProps = { children: ReactNode; action: ReactNode }

function Help({ children, action }: HelpProps) {
  return (
    <div className={styles.help}>
      <p>{children}</p>
      {action}
    </div>
  )
}

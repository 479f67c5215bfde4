import { Circle, CircleCheck, CircleX, LoaderCircle } from 'lucide-react'
import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/read-batch.ts'
import type { BatchFacts } from './batch-facts.ts'
import type { StatusNext } from './describe-status.ts'
import { nextSteps, type Step } from './next-steps.ts'
import styles from './NextSteps.module.css'
import { StepHelp } from './StepHelp.tsx'

type NextStepsProps = {
  status: string
  /** What the status asks for: only a step that answers it is explained. */
  next: StatusNext
  facts: BatchFacts
  backend: Backend
  prolific: Backend | undefined
  batch: Batch
  onSetUp: () => void
}

const icons = { done: CircleCheck, open: Circle, running: LoaderCircle, failed: CircleX }
const forReader: ReadonlySet<StatusNext> = new Set(['set-up', 'add-questions', 'make-study'])
const states = { done: 'done', open: 'not yet', running: 'under way', failed: 'failed' }

/** The way from a text to a study, with ticks; the first thing left to do is explained. */
export function NextSteps({
  status,
  next,
  facts,
  backend,
  prolific,
  batch,
  onSetUp,
}: NextStepsProps) {
  const steps = nextSteps(status, facts)
  const first = forReader.has(next) ? steps.find(({ state }) => state === 'open') : undefined

  return (
    <section className={styles.section} aria-labelledby="next-steps">
      <h2 id="next-steps">Next steps</h2>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li
            key={step.name}
            className={styles.step}
            data-state={step.state}
            aria-current={step === first ? 'step' : undefined}
          >
            <StepIcon state={step.state} />
            <div className={styles.content}>
              <h3>
                {step.title}
                <span className="visually-hidden">: {states[step.state]}</span>
              </h3>
              {step === first && (
                <StepHelp
                  step={step.name}
                  facts={facts}
                  backend={backend}
                  prolific={prolific}
                  batch={batch}
                  onSetUp={onSetUp}
                />
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function StepIcon({ state }: Pick<Step, 'state'>) {
  const Icon = icons[state]
  return <Icon aria-hidden size={24} className={styles.icon} />
}

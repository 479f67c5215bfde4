import { Circle, CircleCheck, CircleX, LoaderCircle } from 'lucide-react'
import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/answers.ts'
import type { BatchFacts } from './batch-facts.ts'
import type { StatusNext } from './describe-status.ts'
import styles from './NextSteps.module.css'
import type { ReactNode } from 'react'
import { Button } from '#ui/Button.tsx'
import { StartFromThis } from './StartFromThis.tsx'

type NextStepsProps = {
  status: string
  /** What the status asks for: only a step that answers it is explained. */
  next: StatusNext
  facts: BatchFacts
  backend: Backend
  batch: Batch
  onSetUp: () => void
  /** Undefined where questions cannot be added here. */
  onAddQuestions: (() => void) | undefined
  /** Undefined where a dataset cannot be attached before the set-up. */
  onAttach: (() => void) | undefined
}

const icons = { done: CircleCheck, open: Circle, running: LoaderCircle, failed: CircleX }
const forReader: ReadonlySet<StatusNext> = new Set(['set-up', 'add-questions', 'make-study'])
const states = { done: 'done', open: 'not yet', running: 'in progress', failed: 'failed' }

/** The way from a text to a study, with ticks; the first thing left to do is explained. */
export function NextSteps(props: NextStepsProps) {
  const { status, next, facts } = props
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
              {step === first && <StepHelp {...props} step={step.name} />}
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

type StepHelpProps = NextStepsProps & { step: StepName }

/** One sentence on the step that is next, and the button or link that does it. */
function StepHelp(props: StepHelpProps) {
  const { step, facts, backend, batch, onSetUp, onAddQuestions, onAttach } = props
  const inProlific = backend.place === 'prolific'
  const again = <StartFromThis environment={backend.place} id={batch.id} kind="secondary" />
  const attach = onAttach && <Button onClick={onAttach}>Attach a dataset</Button>
  const add = onAddQuestions && <Button onClick={onAddQuestions}>Add questions</Button>

  switch (step) {
    case 'created':
      return null
    case 'dataset':
      return facts.hasQuestions ? (
        <Help action={<Button onClick={onSetUp}>Choose a dataset…</Button>}>
          You choose it when you set up the batch.
          {onAttach && ' To look at the questions with real rows first, attach it now.'}
        </Help>
      ) : (
        <Help action={attach ?? again}>
          {attach
            ? 'This batch has no dataset and no questions. Attach a dataset first: then questions can show its columns.'
            : 'This batch has no dataset and no questions. Start a new batch from this one and add both. Its texts are copied.'}
        </Help>
      )
    case 'questions':
      return (
        <Help action={add ?? again}>
          {add
            ? 'Participants have nothing to answer yet.'
            : `Participants have nothing to answer yet. Start a new batch from this one and add questions under “Questions and data”${inProlific ? ', or add them in Prolific' : ''}.`}
        </Help>
      )
    case 'set-up':
      return (
        <Help>
          Choose “Set up…” above, and say how many items each participant works through.{' '}
          {backend.name} then makes the tasks.
        </Help>
      )
    case 'study':
      return (
        <Help>
          {inProlific
            ? 'Look at the task in Prolific first. Then make a study there and choose this batch in it: the study invites and pays participants.'
            : 'Look at the task as a participant first. Practice ends here: to make a study, create this batch in Prolific.'}
        </Help>
      )
  }
}

type HelpProps = { children: ReactNode; action?: ReactNode }

function Help({ children, action }: HelpProps) {
  return (
    <div className={styles.help}>
      <p>{children}</p>
      {action}
    </div>
  )
}

type StepName = 'created' | 'dataset' | 'questions' | 'set-up' | 'study'

type Step = {
  name: StepName
  title: string
  /** `open` is for the reader to do, `running` is being done, `failed` cannot go on. */
  state: 'done' | 'open' | 'running' | 'failed'
}

/**
 * The five steps from a text to a study. A batch that has left "not set up yet" must have had a
 * dataset and questions, whatever its counts say. Whether a study exists is not known to the batch.
 */
export function nextSteps(status: string, facts: BatchFacts): Step[] {
  const begun = status === 'PROCESSING' || status === 'READY' || status === 'ERROR'
  return [
    { name: 'created', title: 'Batch created', state: 'done' },
    { name: 'dataset', title: 'Dataset attached', state: doneIf(facts.hasDataset || begun) },
    { name: 'questions', title: 'Questions added', state: doneIf(facts.hasQuestions || begun) },
    { name: 'set-up', title: 'Set up', state: setUpState(status) },
    { name: 'study', title: 'Study made in Prolific', state: 'open' },
  ]
}

function doneIf(done: boolean) {
  return done ? 'done' : 'open'
}

function setUpState(status: string): Step['state'] {
  switch (status) {
    case 'PROCESSING':
      return 'running'
    case 'READY':
      return 'done'
    case 'ERROR':
      return 'failed'
    default:
      return 'open'
  }
}

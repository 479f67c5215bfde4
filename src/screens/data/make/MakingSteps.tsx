import { Circle, CircleCheck, CircleX, LoaderCircle } from 'lucide-react'
import { stepOf, type MakingStep } from '#outbox/dataset/make-dataset.ts'
import type { Making } from '#dataset/store/draft-data.ts'
import type { DataSession, Ready } from '#screens/data/data-session.ts'
import type { Backend } from '#contract/app-config.ts'
import { Button } from '#ui/Button.tsx'
import { counted } from '#ui/counted.ts'
import { Notice } from '#ui/Notice.tsx'
import { Quotation } from '#ui/Quotation.tsx'
import styles from './MakeDataset.module.css'
import { MakingEnd } from './MakingEnd.tsx'
import type { useMaking } from './use-making.ts'

type MakingStepsProps = {
  session: DataSession
  state: Ready
  making: Making
  actions: ReturnType<typeof useMaking>
  backend: Backend | undefined
}

const steps: readonly { step: MakingStep; words: string }[] = [
  { step: 'create', words: 'Create the dataset' },
  { step: 'upload', words: 'Upload the rows' },
  { step: 'read', words: 'Wait until they are read' },
]
const icons = { done: CircleCheck, open: Circle, running: LoaderCircle, failed: CircleX }
const stateWords = { done: 'done', open: 'not yet', running: 'in progress', failed: 'stopped' }

/** How far a dataset is made, why it stopped, and how it ended. */
export function MakingSteps({ session, state, making, actions, backend }: MakingStepsProps) {
  const at = stepOf(making)
  const { failure, busy } = actions
  const place = steps.findIndex(({ step }) => step === at)
  const stateOf = (index: number) => {
    if (at === 'done' || index < place) return 'done'
    if (index > place) return 'open'
    return busy ? 'running' : 'failed'
  }
  return (
    <div className={styles.form}>
      <p>
        <strong>{making.name}</strong>, {counted(making.rows, 'item')}
      </p>
      <div role="status">
        <ol className={styles.steps}>
          {steps.map(({ step, words }, index) => {
            const now = stateOf(index)
            const Icon = icons[now]
            return (
              <li key={step} data-state={now}>
                <Icon aria-hidden size={16} />
                {words}
                <span className="visually-hidden">: {stateWords[now]}</span>
              </li>
            )
          })}
        </ol>
      </div>
      {at !== 'done' && !busy && (
        <Notice
          tone={failure && !failure.isUnknown ? 'bad' : 'caution'}
          role="alert"
          title={failure?.title ?? 'This was interrupted.'}
          actions={
            <>
              {failure?.isTypedOff ? (
                <Button
                  kind="primary"
                  onClick={() => void actions.start({ ...making, older: true })}
                >
                  Make the older kind
                </Button>
              ) : (
                <Button kind="primary" onClick={() => void actions.carryOn()}>
                  {failure?.isUnknown === false ? 'Try again' : 'Check and carry on'}
                </Button>
              )}
              {at === 'create' && (
                <Button onClick={() => void actions.letGo()}>Back to the name</Button>
              )}
              {at === 'create' && failure?.isUnknown && (
                <Button onClick={() => void actions.createAnother()}>Make another one</Button>
              )}
            </>
          }
        >
          <p>{failure?.text ?? 'Nothing was done twice. It goes on from where it stopped.'}</p>
          {failure?.isTypedOff && (
            <p>
              With the older kind, participants see every column that is not hidden above the
              questions. Questions cannot show single columns, and no rows can be added later.
            </p>
          )}
          {failure?.isUnknown && at === 'create' && (
            <p>
              We do not know yet whether the dataset was created. An empty one that nobody uses does
              no harm.
            </p>
          )}
          {failure && <Quotation speaker={backend?.name ?? 'Practice'} words={failure.quote} />}
        </Notice>
      )}
      {making.end && (
        <MakingEnd
          session={session}
          state={state}
          making={making}
          end={making.end}
          backend={backend}
          onLetGo={() => void actions.letGo()}
        />
      )}
    </div>
  )
}

import type { UseQueryResult } from '@tanstack/react-query'
import { type Ref, useState } from 'react'
import { type FollowedStatus, nextLook } from '#api/follow-status.ts'
import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/answers.ts'
import { Button } from '#ui/Button.tsx'
import { Chip } from '#ui/Chip.tsx'
import type { StatusStory, StatusNext } from './describe-status.ts'
import { StartFromThis } from './StartFromThis.tsx'
import styles from './StatusPanel.module.css'
import { explainFailure } from '#api/explain-failure.ts'
import { shortMoment } from '#ui/moment.ts'
import { useSecondsUntil } from '#ui/loading/use-seconds-until.ts'
import { LookAtTask } from '#screens/batch/look/LookAtTask.tsx'
import { ToProlific } from './ToProlific.tsx'
import { Copy } from 'lucide-react'
import { ShareMenu } from '#share/ShareMenu.tsx'
import { sentTexts } from '#outbox/store/sent-texts.ts'
import { useCommands } from '#ui/commands.ts'
import { Later } from '#ui/loading/Later.tsx'
import itemStyles from '#ui/MenuItem.module.css'

const loadDuplicate = async () =>
  (await import('#outbox/duplicate/DuplicateDialog.tsx')).DuplicateDialog

type StatusPanelProps = {
  headingRef: Ref<HTMLHeadingElement>
  name: string
  backend: Backend
  prolific: Backend | undefined
  batch: Batch
  story: StatusStory
  following: UseQueryResult<FollowedStatus>
  /** The text is being changed: nothing else is to be done before that is saved or left. */
  editing: boolean
  onSetUp: () => void
  /** Undefined where questions cannot be added here. */
  onAddQuestions: (() => void) | undefined
}

/** The top of the page: name, status, one sentence, what to do. */
export function StatusPanel(props: StatusPanelProps) {
  const { headingRef, name, backend, prolific, batch, story, following, editing, onSetUp } = props
  const { onAddQuestions } = props
  const lacksQuestions = story.next === 'add-questions'
  const starting = story.next === 'start-again' || (lacksQuestions && !onAddQuestions)

  return (
    <header className={styles.panel}>
      <div className={styles.title}>
        <h1 ref={headingRef} tabIndex={-1}>
          {name}
        </h1>
        <Chip tone={story.tone}>{story.word}</Chip>
      </div>
      <p className={styles.sentence}>{story.sentence}</p>
      {/* Only words that change with the status: times and countdowns would be read out again. */}
      <p className="visually-hidden" role="status">
        {story.ended ? `${story.word}. ${story.sentence}` : story.word}
      </p>
      <CheckNote place={backend.name} following={following} />
      <div className={styles.actions} hidden={editing}>
        <PrimaryAction
          next={story.next}
          backend={backend}
          prolific={prolific}
          batch={batch}
          onSetUp={onSetUp}
          onAddQuestions={onAddQuestions}
        />
        {lacksQuestions && <Button onClick={onSetUp}>Set up…</Button>}
        {(story.overdue || story.tone === 'unknown') && (
          <Button onClick={() => following.refetch()}>Check now</Button>
        )}
        {!starting && <StartFromThis environment={backend.place} id={batch.id} kind="secondary" />}
        <ShareBatch backend={backend} batch={batch} />
      </div>
    </header>
  )
}

type CheckNoteProps = { place: string; following: UseQueryResult<FollowedStatus> }

/** Says that the status shown may be old: when looking failed, and when it is tried again. */
function CheckNote({ place, following }: CheckNoteProps) {
  const { data, error, errorUpdatedAt, isFetching, refetch } = following
  if (!error) return null
  const wait = nextLook(data, error, errorUpdatedAt, 0)

  return (
    <div className={styles.note}>
      <p>
        Could not check at {shortMoment(errorUpdatedAt)}.{' '}
        {explainFailure(error.failure, place).title} {isFetching && 'Trying again now.'}
        {!isFetching && wait !== false && <Countdown until={errorUpdatedAt + wait} />}
      </p>
      <Button kind="quiet" onClick={() => refetch()}>
        Try now
      </Button>
    </div>
  )
}

function Countdown({ until }: { until: number }) {
  return `Trying again in ${Math.max(1, useSecondsUntil(until))} s.`
}

type PrimaryActionProps = {
  next: StatusNext
  backend: Backend
  prolific: Backend | undefined
  batch: Batch
  onSetUp: () => void
  onAddQuestions: (() => void) | undefined
}

/** The one thing to do with a batch in its present status, if there is one. */
function PrimaryAction(props: PrimaryActionProps) {
  const { next, backend, prolific, batch, onSetUp, onAddQuestions } = props
  switch (next) {
    case 'set-up':
      return (
        <Button kind="primary" onClick={onSetUp}>
          Set up…
        </Button>
      )
    case 'add-questions':
      if (onAddQuestions) {
        return (
          <Button kind="primary" onClick={onAddQuestions}>
            Add questions
          </Button>
        )
      }
      return <StartFromThis environment={backend.place} id={batch.id} kind="primary" />
    case 'start-again':
      return <StartFromThis environment={backend.place} id={batch.id} kind="primary" />
    case 'make-study':
      return (
        <>
          <LookAtTask backend={backend} batch={batch} />
          <ToProlific backend={backend} prolific={prolific} batch={batch} kind="secondary" />
        </>
      )
    case 'wait':
    case 'none':
      return null
  }
}

/** What can be made of a batch besides what comes next for it. */
function ShareBatch({ backend, batch }: { backend: Backend; batch: Batch }) {
  const [duplicating, setDuplicating] = useState(false)
  const { place: environment } = backend
  useCommands([
    { name: 'Duplicate…', group: 'Duplicate and share', run: () => setDuplicating(true) },
  ])
  return (
    <>
      <ShareMenu
        label="Duplicate and share"
        backend={backend}
        listed
        read={async () => ({
          kind: 'batch',
          place: environment,
          batch,
          sent: sentTexts(environment, batch.id),
        })}
      >
        {(close) => (
          <button
            type="button"
            className={itemStyles.item}
            onClick={() => {
              close()
              setDuplicating(true)
            }}
          >
            <Copy aria-hidden size={16} />
            Duplicate…
          </button>
        )}
      </ShareMenu>
      {duplicating && (
        <Later load={loadDuplicate} name="the dialog">
          {(DuplicateDialog) => (
            <DuplicateDialog
              backend={backend}
              id={batch.id}
              onClose={() => setDuplicating(false)}
            />
          )}
        </Later>
      )}
    </>
  )
}

import type { UseQueryResult } from '@tanstack/react-query'
import type { Ref } from 'react'
import type { FollowedStatus } from '#api/follow-status.ts'
import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/read-batch.ts'
import { Button } from '#ui/Button.tsx'
import { Chip } from '#ui/Chip.tsx'
import { CheckNote } from './CheckNote.tsx'
import type { StatusStory } from './describe-status.ts'
import { PrimaryAction } from './PrimaryAction.tsx'
import { ShareBatch } from './ShareBatch.tsx'
import { StartFromThis } from './StartFromThis.tsx'
import styles from './StatusPanel.module.css'

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
}

/** The top of the page: name, status, one sentence, what to do. */
export function StatusPanel(props: StatusPanelProps) {
  const { headingRef, name, backend, prolific, batch, story, following, editing, onSetUp } = props
  const starting = story.next === 'start-again' || story.next === 'add-questions'

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
        />
        {story.next === 'add-questions' && <Button onClick={onSetUp}>Set up…</Button>}
        {(story.overdue || story.tone === 'unknown') && (
          <Button onClick={() => following.refetch()}>Check now</Button>
        )}
        {!starting && <StartFromThis place={backend.place} id={batch.id} kind="quiet" />}
        <ShareBatch backend={backend} batch={batch} />
      </div>
    </header>
  )
}

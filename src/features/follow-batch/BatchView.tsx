import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { FollowedStatus } from '#api/follow-status.ts'
import { workspaces } from '#api/workspaces.ts'
import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/read-batch.ts'
import { rememberSent } from '#storage/sent-texts.ts'
import { unsavedEdits } from '#storage/unsaved-edit.ts'
import { Later } from '#ui/Later.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { BatchDetails } from './BatchDetails.tsx'
import { batchFacts } from './batch-facts.ts'
import styles from './BatchPage.module.css'
import { describeStatus } from './describe-status.ts'
import { NextSteps } from './NextSteps.tsx'
import { SetUpDialog } from './SetUpDialog.tsx'
import { StatusPanel } from './StatusPanel.tsx'
import { StoredOtherwise } from './StoredOtherwise.tsx'
import { StoredTexts } from './StoredTexts.tsx'
import { sameTexts, textsOfOtherMeaning } from './texts-of.ts'
import { useBatchCommands } from './use-batch-commands.ts'
import { useSentTexts } from './use-sent-texts.ts'

const loadEditText = async () => (await import('./edit-text/EditText.tsx')).EditText

type BatchViewProps = {
  backend: Backend
  prolific: Backend | undefined
  batch: Batch
  /** Whether it was read from the backend, rather than answered when it was created or changed. */
  readBack: boolean
  following: UseQueryResult<FollowedStatus>
}

/** A batch that was loaded, from its status down to its ids. */
export function BatchView({ backend, prolific, batch, readBack, following }: BatchViewProps) {
  const [settingUp, setSettingUp] = useState(false)
  const [editing, setEditing] = useState(false)
  const [unsaved, setUnsaved] = useState(() => unsavedEdits(backend.place, batch.id).length > 0)
  const editButton = useRef<HTMLButtonElement>(null)
  const sent = useSentTexts(backend.place, batch.id)
  const heading = useRef<HTMLHeadingElement>(null)
  const workspace = useQuery(workspaces(backend)).data?.find(({ id }) => id === batch.workspace_id)

  const status = following.data?.status ?? batch.status
  const current = status === batch.status
  const facts = batchFacts(batch)
  const story = describeStatus(
    {
      status,
      // Counts that were stored under an earlier status say nothing about this one.
      tasks: current ? batch.total_task_count : null,
      groups: current ? batch.total_task_groups : null,
      since: following.data?.since ?? following.dataUpdatedAt,
      checkedAt: following.dataUpdatedAt,
    },
    facts,
    backend,
  )
  const name = batch.name || 'Batch without a name'
  const openSetUp = () => setSettingUp(true)
  const texts = batch.task_details
  const changed = sent && texts && readBack ? textsOfOtherMeaning(sent.texts, texts) : null
  const asWritten = changed !== null && sent && texts && sameTexts(sent.texts, texts)

  useBatchCommands({
    place: backend.place,
    id: batch.id,
    onSetUp:
      !editing && (story.next === 'set-up' || story.next === 'add-questions')
        ? openSetUp
        : undefined,
    onEdit: texts && !editing && status === 'UNINITIALISED' ? () => setEditing(true) : undefined,
    onCheck: () => void following.refetch(),
  })

  const closeEditor = () => {
    // The editor keeps what was not saved when it goes, and the focus was in it.
    flushSync(() => setEditing(false))
    setUnsaved(unsavedEdits(backend.place, batch.id).length > 0)
    editButton.current?.focus()
  }

  return (
    <main className={styles.page}>
      <title>{`${story.word} – ${name}`}</title>
      <StatusPanel
        headingRef={heading}
        name={name}
        backend={backend}
        prolific={prolific}
        batch={batch}
        story={story}
        following={following}
        editing={editing}
        onSetUp={openSetUp}
      />
      {texts && sent && changed && changed.length > 0 && !editing && (
        <StoredOtherwise
          place={backend.name}
          sent={sent}
          texts={changed}
          onAccept={() => rememberSent(backend.place, batch.id, texts)}
        />
      )}
      {texts && editing ? (
        <Later
          load={loadEditText}
          name="the editor"
          waiting={<Skeleton label="Loading the editor" height={480} />}
        >
          {(EditText) => (
            <EditText
              backend={backend}
              id={batch.id}
              batchName={name}
              stored={texts}
              onClose={closeEditor}
            />
          )}
        </Later>
      ) : (
        <div className={styles.columns}>
          <NextSteps
            status={status}
            next={story.next}
            facts={facts}
            backend={backend}
            prolific={prolific}
            batch={batch}
            onSetUp={openSetUp}
          />
          <StoredTexts
            backend={backend}
            batch={batch}
            status={status}
            asWritten={asWritten === true}
            unsaved={unsaved}
            editRef={editButton}
            onEdit={() => setEditing(true)}
          />
          <BatchDetails
            batch={batch}
            status={status}
            workspaceTitle={workspace?.title ?? ''}
            inProlific={backend.place === 'prolific'}
          />
        </div>
      )}
      {settingUp && (
        <SetUpDialog
          backend={backend}
          batch={batch}
          facts={facts}
          unsaved={unsaved}
          onClose={() => setSettingUp(false)}
          onBegun={() => {
            // The button that opened the dialog is about to go: the focus moves on to what changes.
            flushSync(() => setSettingUp(false))
            heading.current?.focus()
          }}
        />
      )}
    </main>
  )
}

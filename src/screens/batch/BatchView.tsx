import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useLocation, useRoute, useSearch } from 'wouter'
import type { FollowedStatus } from '#api/follow-status.ts'
import { workspaces } from '#api/workspaces.ts'
import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/answers.ts'
import { rememberSent, onSentChange, sentTexts } from '#outbox/store/sent-texts.ts'
import { Later } from '#ui/loading/Later.tsx'
import { Skeleton } from '#ui/loading/Skeleton.tsx'
import { BatchDetails } from './BatchDetails.tsx'
import { batchFacts } from './batch-facts.ts'
import styles from './BatchPage.module.css'
import { describeStatus } from './describe-status.ts'
import { NextSteps } from './NextSteps.tsx'
import { SetUpDialog } from '#screens/batch/set-up/SetUpDialog.tsx'
import { StatusPanel } from './StatusPanel.tsx'
import { StoredDataset, StoredQuestions } from '#screens/batch/stored-texts/StoredQuestions.tsx'
import { StoredOtherwise } from '#screens/batch/stored-texts/StoredOtherwise.tsx'
import { StoredTexts } from '#screens/batch/stored-texts/StoredTexts.tsx'
import { sameTexts, textsOfOtherMeaning } from '#screens/batch/stored-texts/texts-of.ts'
import {
  datasetOf,
  storedAsSent,
  writtenQuestions,
  type Part,
} from '#screens/batch/edit/batch-content.ts'
import type { SentParts } from '#screens/batch/edit/use-saving.ts'
import { useUnsavedEdit } from '#screens/batch/edit/use-unsaved-edit.ts'
import { useBatchCommands } from './use-batch-commands.ts'
import type { Environment } from '#contract/environment.ts'

const loadSync = async () => (await import('#screens/batch/sync/SyncRows.tsx')).SyncRows
const loadEditBatch = async () => (await import('#screens/batch/edit/EditBatch.tsx')).EditBatch

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
  const [editing] = useRoute('/:place/batches/:id/edit')
  const [, navigate] = useLocation()
  const { unsaved, look } = useUnsavedEdit(backend.place, batch.id)
  const wanted = new URLSearchParams(useSearch()).get('part')
  const part: Part = wanted === 'questions' || wanted === 'dataset' ? wanted : 'texts'
  const buttons = useRef<Partial<Record<Part, HTMLButtonElement | null>>>({})
  const [sentQuestions, setSentQuestions] = useState<SentParts['questions']>(null)
  const [sentDataset, setSentDataset] = useState<SentParts['dataset']>(null)
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
  const name = batch.name || 'Untitled batch'
  const openSetUp = () => setSettingUp(true)
  const address = `/${backend.place}/batches/${encodeURIComponent(batch.id)}`
  // It is the same page: going back leads to where somebody was before it.
  const openEditor = (at: Part) =>
    navigate(`${address}/edit${at === 'texts' ? '' : `?part=${at}`}`, { replace: true })
  const texts = batch.task_details
  const questions = useMemo(() => writtenQuestions(batch), [batch])
  const canEdit = texts !== null && status === 'UNINITIALISED'
  const onEditText = canEdit ? () => openEditor('texts') : undefined
  const onEditQuestions = canEdit && questions !== null ? () => openEditor('questions') : undefined
  const onEditDataset =
    canEdit && datasetOf(batch) !== null ? () => openEditor('dataset') : undefined
  const changed = sent && texts && readBack ? textsOfOtherMeaning(sent.texts, texts) : null
  const asWritten = changed !== null && sent && texts && sameTexts(sent.texts, texts)
  const storedQuestions = batch.batch_items ?? []
  const questionsAsSent =
    sentQuestions && readBack ? storedAsSent(sentQuestions, storedQuestions) : null
  const datasetAsSent = sentDataset !== null && readBack ? datasetOf(batch) === sentDataset : null

  useBatchCommands({
    place: backend.place,
    id: batch.id,
    onSetUp:
      !editing && (story.next === 'set-up' || story.next === 'add-questions')
        ? openSetUp
        : undefined,
    onEdit: editing ? undefined : onEditText,
    onEditQuestions: editing ? undefined : onEditQuestions,
    onEditDataset: editing ? undefined : onEditDataset,
    onCheck: () => void following.refetch(),
  })

  const closeEditor = () => {
    // The editor keeps what was not saved when it goes, and the focus was in it.
    flushSync(() => navigate(address, { replace: true }))
    void look()
    buttons.current[part]?.focus()
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
        onAddQuestions={onEditQuestions}
      />
      {texts && sent && changed && changed.length > 0 && !editing && (
        <StoredOtherwise
          place={backend.name}
          sent={sent}
          texts={changed}
          onAccept={() => rememberSent(backend.place, batch.id, texts)}
        />
      )}
      {sentQuestions && questionsAsSent === false && !editing && (
        <StoredQuestions
          place={backend.name}
          sent={sentQuestions}
          stored={storedQuestions}
          onAccept={() => setSentQuestions(null)}
        />
      )}
      {datasetAsSent === false && !editing && (
        <StoredDataset place={backend.name} onAccept={() => setSentDataset(null)} />
      )}
      {texts && editing ? (
        <Later
          load={loadEditBatch}
          name="the editor"
          waiting={<Skeleton label="Loading the editor" height={480} />}
        >
          {(EditBatch) => (
            <EditBatch
              backend={backend}
              id={batch.id}
              batchName={name}
              texts={texts}
              questions={questions}
              batch={batch}
              part={part}
              mayBeKept={unsaved !== false}
              onClose={closeEditor}
              onDone={(nowSent) => {
                if (nowSent.questions) setSentQuestions(nowSent.questions)
                if (nowSent.dataset !== null) setSentDataset(nowSent.dataset)
                closeEditor()
              }}
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
            batch={batch}
            onSetUp={openSetUp}
            onAddQuestions={onEditQuestions}
            onAttach={onEditDataset}
          />
          <StoredTexts
            backend={backend}
            batch={batch}
            status={status}
            asWritten={asWritten === true}
            unsaved={unsaved === true}
            questionsAsSent={questionsAsSent === true}
            datasetAsSent={datasetAsSent === true}
            takeButton={(of, button) => {
              buttons.current[of] = button
            }}
            onEdit={{ texts: onEditText, questions: onEditQuestions, dataset: onEditDataset }}
          />
          {status === 'READY' && (
            <Later load={loadSync} name="adding new rows">
              {(SyncRows) => <SyncRows backend={backend} batch={batch} />}
            </Later>
          )}
          <BatchDetails
            batch={batch}
            status={status}
            workspaceTitle={workspace?.title ?? ''}
            backend={backend}
          />
        </div>
      )}
      {settingUp && (
        <SetUpDialog
          backend={backend}
          batch={batch}
          facts={facts}
          unsaved={unsaved === true}
          onAddQuestions={
            onEditQuestions &&
            (() => {
              setSettingUp(false)
              onEditQuestions()
            })
          }
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

/** What was last sent from this browser as the texts of a batch; null when that is not known here. */
function useSentTexts(environment: Environment, id: string) {
  const [sent, setSent] = useState(() => sentTexts(environment, id))

  // Storage is outside of React, and the form may write to it while this page is already opening.
  useEffect(() => {
    const look = () => setSent(sentTexts(environment, id))
    look()
    return onSentChange(look)
  }, [environment, id])

  return sent
}

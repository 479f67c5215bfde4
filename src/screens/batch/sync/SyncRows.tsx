import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { batchDetails } from '#api/batches.ts'
import { explainFailure } from '#api/explain-failure.ts'
import { startSync, syncJob } from '#api/sync-batch.ts'
import type { Batch } from '#contract/answers.ts'
import type { Backend } from '#contract/app-config.ts'
import type { SyncJob } from '#contract/dataset-requests.ts'
import { valueAt } from '#contract/json-value.ts'
import { newId } from '#contract/new-id.ts'
import { Button } from '#ui/Button.tsx'
import { counted } from '#ui/counted.ts'
import { Notice } from '#ui/Notice.tsx'
import { Quotation } from '#ui/Quotation.tsx'
import { useOnce } from '#ui/use-once.ts'
import styles from './SyncRows.module.css'

type SyncRowsProps = { backend: Backend; batch: Batch }

/** Rows that joined the dataset after the set-up become tasks of a batch that is ready. */
export function SyncRows({ backend, batch }: SyncRowsProps) {
  const client = useQueryClient()
  const { once, busy } = useOnce()
  const [isAsked, setIsAsked] = useState(false)
  // Kept until its answer is known, so that asking again cannot start a second job.
  const [key, setKey] = useState(newId)
  const start = useMutation({ mutationFn: () => startSync(backend, batch.id, key), retry: false })
  const job = useQuery(syncJob(backend, batch.id, start.data?.sync_id ?? null))
  const now = job.data ?? start.data
  const isRunning = now !== undefined && now.status !== 'complete' && now.status !== 'failed'
  const failure = start.error?.failure
  const add = () =>
    once(async () => {
      setIsAsked(false)
      const begun = await start.mutateAsync().catch(() => null)
      if (!begun) return
      setKey(newId())
      await client.invalidateQueries({ queryKey: batchDetails(backend, batch.id).queryKey })
    })
  const explained = failure && explainFailure(failure, backend.name)

  return (
    <section className={styles.section} aria-labelledby="new-rows">
      <h2 id="new-rows">New rows in the dataset</h2>
      {isAsked ? (
        <Notice
          tone="info"
          role="status"
          title="Add the new rows to this batch?"
          actions={
            <>
              <Button kind="primary" aria-disabled={busy} onClick={() => void add()}>
                Add the new rows
              </Button>
              <Button onClick={() => setIsAsked(false)}>Cancel</Button>
            </>
          }
        >
          <p>
            Rows that were added to the dataset since the set-up become tasks, in new groups. Only
            groups made by a column can get more tasks. Tasks that are there stay as they are, and
            none can be removed.
          </p>
        </Notice>
      ) : isRunning ? (
        <p role="status">Adding the new rows…</p>
      ) : (
        <>
          <p>
            {valueAt(batch, ['auto_sync_enabled']) === true
              ? 'Rows that you add to the dataset join this batch by themselves. You can also ask for it now.'
              : 'Rows that you add to the dataset join this batch when you say so.'}
          </p>
          <div>
            <Button aria-disabled={busy} onClick={() => setIsAsked(true)}>
              Add new rows…
            </Button>
          </div>
        </>
      )}
      {explained && !busy && (
        <Notice tone="bad" role="alert" title={explained.title}>
          <p>{explained.sentence} Trying again adds no row twice.</p>
          <Quotation speaker={backend.name} words={explained.quote} />
        </Notice>
      )}
      {job.error && (
        <Notice
          tone="caution"
          role="alert"
          title="It is not known yet whether the rows were added."
          actions={<Button onClick={() => void job.refetch()}>Look again</Button>}
        />
      )}
      {now && !isRunning && !failure && <Outcome job={now} speaker={backend.name} />}
    </section>
  )
}

function Outcome({ job, speaker }: { job: SyncJob; speaker: string }) {
  if (job.status === 'failed') {
    return (
      <Notice tone="bad" role="alert" title="The new rows could not be added.">
        <Quotation speaker={speaker} words={job.reason ?? ''} />
      </Notice>
    )
  }
  const tasks = job.tasks_created ?? 0
  if (tasks === 0) return <Notice tone="info" role="status" title="There were no new rows." />
  const groups = job.groups_created ?? 0
  const larger = job.groups_expanded ?? 0
  const parts = [
    ...(groups > 0 ? [`in ${counted(groups, 'new group')}`] : []),
    ...(larger > 0 ? [`in ${counted(larger, 'group')} that got larger`] : []),
  ]
  return (
    <Notice
      tone="good"
      role="status"
      title={`${counted(tasks, 'task')} added${parts.length > 0 ? `, ${parts.join(' and ')}` : ''}.`}
    />
  )
}

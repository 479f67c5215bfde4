import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'
import { batchDetails } from '#api/batches.ts'
import { explainFailure } from '#api/explain-failure.ts'
import type { Backend } from '#contract/app-config.ts'
import { taskOf } from '#share/shared-task.ts'
import { readDraft } from '#drafts/store/drafts.ts'
import { sentTexts } from '#outbox/store/sent-texts.ts'
import { TaskRecord } from './TaskRecord.tsx'
import { Skeleton } from '#ui/loading/Skeleton.tsx'
import styles from './TaskRecord.module.css'
import type { ReactNode } from 'react'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'

type RecordPageProps = { backend: Backend }

/**
 * `/<place>/record?draft=<id>` or `?batch=<id>`: what participants are shown, stated for an ethics
 * board or an archive, to be printed or downloaded.
 */
export function RecordPage({ backend }: RecordPageProps) {
  const [params] = useSearchParams()
  const draft = params.get('draft')
  const batch = params.get('batch')
  if (draft) return <DraftRecord key={draft} backend={backend} id={draft} />
  if (batch) return <BatchRecord key={batch} backend={backend} id={batch} />
  return (
    <NoRecord title="There is nothing to record.">
      Open a draft or a batch, and choose “Ethics record” there.
    </NoRecord>
  )
}

function DraftRecord({ backend, id }: { backend: Backend; id: string }) {
  const { data: kept, isError } = useQuery({
    queryKey: ['record of draft', id],
    // Null means that there is none; a query has no other word for it.
    queryFn: async () => (await readDraft(id)) ?? { kind: 'none' as const },
    networkMode: 'always',
    retry: false,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  if (isError || kept?.kind === 'none') {
    return (
      <NoRecord title="This draft is not in this browser.">
        Drafts stay in the browser they were written in. This one may also have been deleted.
      </NoRecord>
    )
  }
  if (!kept) return <Opening />
  if (kept.kind !== 'readable') {
    return (
      <NoRecord title="This draft cannot be read.">
        It is damaged, or it was written by a newer version of Batch Composer.
      </NoRecord>
    )
  }
  const { name, place: environment, texts, updatedAt } = kept.draft
  const shared = {
    kind: 'draft',
    id,
    draft: { name, place: environment, texts },
    changedAt: updatedAt,
  } as const
  return <TaskRecord backend={backend} make={() => taskOf(shared)} />
}

function BatchRecord({ backend, id }: { backend: Backend; id: string }) {
  const { data, error, isFetchedAfterMount, refetch } = useQuery({
    ...batchDetails(backend, id),
    // What is recorded is what is stored now, and does not change while somebody reads it.
    staleTime: 0,
    refetchOnWindowFocus: false,
  })
  if (error) {
    const { title, sentence } = explainFailure(error.failure, backend.name)
    return (
      <NoRecord title={title} onRetry={() => void refetch()}>
        {sentence}
      </NoRecord>
    )
  }
  if (!data || !isFetchedAfterMount) return <Opening />
  if (!data.task_details) {
    return (
      <NoRecord title={`${backend.name} did not return the texts of this batch.`}>
        Without them, there is nothing to record.
      </NoRecord>
    )
  }
  const { place: environment } = backend
  const sent = sentTexts(environment, id)
  return (
    <TaskRecord
      backend={backend}
      make={() => taskOf({ kind: 'batch', place: environment, batch: data, sent })}
    />
  )
}

function Opening() {
  return (
    <main className={styles.page}>
      <title>Ethics record – Batch Composer</title>
      <Skeleton label="Opening the record" height={480} />
    </main>
  )
}

type NoRecordProps = { title: string; onRetry?: () => void; children: ReactNode }

/** Why there is no record, and what to do about it. */
function NoRecord({ title, onRetry, children }: NoRecordProps) {
  return (
    <main className={styles.page}>
      <title>Ethics record – Batch Composer</title>
      <h1>Ethics record</h1>
      <Notice
        tone="caution"
        role="alert"
        title={title}
        actions={onRetry && <Button onClick={onRetry}>Try again</Button>}
      >
        <p>{children}</p>
      </Notice>
    </main>
  )
}

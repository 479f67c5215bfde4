import type { UseQueryResult } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { useMemo } from 'react'
import { explainFailure } from '#api/explain-failure.ts'
import { tryingAgain } from '#api/try-again.ts'
import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/answers.ts'
import { Button } from '#ui/Button.tsx'
import { grouped } from '#ui/counted.ts'
import { shortMoment } from '#ui/moment.ts'
import { Notice } from '#ui/Notice.tsx'
import { SkeletonRows } from '#ui/loading/Skeleton.tsx'
import { TryingAgain } from '#ui/loading/TryingAgain.tsx'
import { namedLike, newestFirst } from './arrange-batches.ts'
import { BatchTable } from './BatchTable.tsx'
import styles from './FoundBatches.module.css'
import { ListFailure } from './ListFailure.tsx'
import { Link } from 'wouter'
import type { Environment } from '#contract/environment.ts'
import { EmptyList } from '#ui/ListPage.tsx'

type FoundBatchesProps = {
  backend: Backend
  list: UseQueryResult<Batch[]>
  /** How many are stored there and cannot be read. */
  unreadable: number
  words: string
  /** Stops trying to load the list again. */
  onStop: () => void
  onClear: () => void
  onDuplicate: (id: string) => void
}

/** What a workspace holds of the batches that are looked for, and how fresh that is. */
export function FoundBatches(props: FoundBatchesProps) {
  const { backend, list, unreadable, words, onStop, onClear, onDuplicate } = props
  const { data, error, dataUpdatedAt, isFetching, refetch } = list
  const sorted = useMemo(() => newestFirst(data ?? []), [data])
  const found = useMemo(() => namedLike(sorted, words), [sorted, words])
  const trying = tryingAgain(list)
  const failure = error && (
    <ListFailure
      what="batches"
      backend={backend}
      failure={error.failure}
      onRetry={refetch}
      {...(data && { shownSince: dataUpdatedAt })}
    />
  )

  const waiting = trying && (
    <TryingAgain
      title={`The batches could not be loaded. ${explainFailure(trying.failure, backend.name).title}`}
      nextAt={trying.nextAt}
      onStop={onStop}
    />
  )

  if (!data) {
    return (
      failure ?? (
        <>
          {waiting}
          <SkeletonRows label="Loading the batches" rows={7} height={57} />
        </>
      )
    )
  }
  return (
    <section className={styles.found} aria-label="Batches found">
      {waiting ?? failure}
      {unreadable > 0 && (
        <Notice
          tone="caution"
          role="status"
          title={
            unreadable === 1
              ? '1 stored batch could not be read.'
              : `${grouped(unreadable)} stored batches could not be read.`
          }
        >
          <p>
            They are not in this list. The server log says which ones and why. A backup of the data
            may still contain them.
          </p>
        </Notice>
      )}
      <div className={styles.bar}>
        <p role="status">
          {found.length !== sorted.length && `${grouped(found.length)} of `}
          {sorted.length === 1 ? '1 batch' : `${grouped(sorted.length)} batches`}
        </p>
        <span className={styles.fresh}>
          {isFetching ? 'Refreshing…' : `Updated ${shortMoment(dataUpdatedAt)}`}
          <Button kind="quiet" onClick={() => refetch()}>
            <RefreshCw aria-hidden size={16} />
            Refresh
          </Button>
        </span>
      </div>
      {found.length > 0 ? (
        <BatchTable environment={backend.place} batches={found} onDuplicate={onDuplicate} />
      ) : (
        <NoBatches
          environment={backend.place}
          words={sorted.length > 0 ? words : ''}
          onClear={onClear}
        />
      )}
    </section>
  )
}

type NoBatchesProps = {
  environment: Environment
  /** What was searched for; empty when the workspace itself is empty. */
  words: string
  onClear: () => void
}

/** In place of a list without batches in it: what to do instead. */
function NoBatches({ environment, words, onClear }: NoBatchesProps) {
  if (words !== '') {
    return (
      <EmptyList showAll={{ label: 'Show all batches', run: onClear }}>
        No batch name contains “{words.trim()}”.
      </EmptyList>
    )
  }
  return (
    <EmptyList>
      No batches in this workspace yet.{' '}
      <Link href={`/${environment}/new`}>Write the first one</Link>, or{' '}
      <Link href={`/${environment}/templates`}>start from a template</Link>.
    </EmptyList>
  )
}

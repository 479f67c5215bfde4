import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { batchDetails, batchStatus } from '#api/batches.ts'
import { explainFailure } from '#api/explain-failure.ts'
import { stopTrying } from '#api/stop-trying.ts'
import { tryingAgain } from '#api/trying-again.ts'
import type { Backend } from '#contract/app-config.ts'
import { Skeleton } from '#ui/Skeleton.tsx'
import { TryingAgain } from '#ui/TryingAgain.tsx'
import { BatchFailure } from './BatchFailure.tsx'
import styles from './BatchPage.module.css'
import { BatchView } from './BatchView.tsx'

type BatchPageProps = {
  backend: Backend
  id: string
  /** Where a practice batch can be carried to; undefined when this host does not offer it. */
  prolific: Backend | undefined
}

/** `/<place>/batches/<id>`: what a batch is and what happens next. */
export function BatchPage({ backend, id, prolific }: BatchPageProps) {
  const client = useQueryClient()
  const details = useQuery(batchDetails(backend, id))
  const following = useQuery(batchStatus(backend, id))
  const trying = tryingAgain(details)
  const stored = details.data?.status
  const followed = following.data?.status

  // The status is followed outside of React, and its change makes the stored counts out of date.
  useEffect(() => {
    if (stored !== undefined && followed !== undefined && stored !== followed) {
      void client.invalidateQueries({ queryKey: batchDetails(backend, id).queryKey, exact: true })
    }
  }, [client, backend, id, stored, followed])

  if (details.data) {
    return (
      <BatchView
        backend={backend}
        prolific={prolific}
        batch={details.data}
        readBack={details.dataUpdatedAt > 0}
        following={following}
      />
    )
  }
  return (
    <main className={styles.page} data-narrow={details.isError || undefined}>
      {details.isError ? (
        <BatchFailure
          backend={backend}
          id={id}
          failure={details.error.failure}
          onRetry={() => Promise.all([details.refetch(), following.refetch()])}
        />
      ) : (
        <>
          <title>{`Batch – ${backend.name}`}</title>
          {trying && (
            <TryingAgain
              title={explainFailure(trying.failure, backend.name).title}
              nextAt={trying.nextAt}
              onStop={() => stopTrying(client, batchDetails(backend, id).queryKey)}
            />
          )}
          <Skeleton label="Loading the batch" height={176} />
          <div className={styles.columns}>
            <Skeleton label="Loading what comes next" height={320} />
            <Skeleton label="Loading the participant view" height={480} />
          </div>
        </>
      )}
    </main>
  )
}

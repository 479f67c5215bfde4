import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { batchDetails, batchStatus } from '#api/batches.ts'
import { explainFailure } from '#api/explain-failure.ts'
import { stopTrying, tryingAgain } from '#api/try-again.ts'
import type { Backend } from '#contract/app-config.ts'
import { Skeleton } from '#ui/loading/Skeleton.tsx'
import { TryingAgain } from '#ui/loading/TryingAgain.tsx'
import styles from './BatchPage.module.css'
import { BatchView } from './BatchView.tsx'
import type { ApiFailure } from '#api/api-error.ts'
import { environmentName } from '#contract/environment.ts'
import { Button, LinkButton } from '#ui/Button.tsx'
import { HereLink } from '#ui/HereLink.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Quotation } from '#ui/Quotation.tsx'

type BatchPageProps = {
  backend: Backend
  id: string
  /** Where a practice batch can be carried to; undefined when this host does not offer it. */
  prolific: Backend | undefined
}

/** `/<environment>/batches/<id>`: what a batch is and what happens next. */
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
            <Skeleton label="Loading the next steps" height={320} />
            <Skeleton label="Loading the participant view" height={480} />
          </div>
        </>
      )}
    </main>
  )
}

type BatchFailureProps = {
  backend: Backend
  id: string
  failure: ApiFailure
  onRetry: () => unknown
}

/** In place of a batch that could not be loaded: why, and where to go from here. */
function BatchFailure({ backend, id, failure, onRetry }: BatchFailureProps) {
  const { place: environment, name } = backend
  const other = environmentName(environment === 'practice' ? 'prolific' : 'practice')
  const { title, sentence, quote, next } = explainFailure(failure, name)
  const unknown = failure.kind === 'missing' && !failure.feature

  return (
    <>
      <title>{`${unknown ? 'Batch not found' : 'Batch not loaded'} – ${name}`}</title>
      <h1>{unknown ? 'Batch not found' : 'This batch could not be loaded'}</h1>
      <Notice
        tone={unknown ? 'caution' : 'bad'}
        role="alert"
        title={unknown ? `There is no batch with this id in ${name}.` : title}
        actions={
          <>
            {next === 'connect' && environment === 'prolific' && (
              <HereLink open="connection">Connect again</HereLink>
            )}
            {!unknown && <Button onClick={onRetry}>Try again</Button>}
            {unknown && (
              <LinkButton href={`/${other.toLowerCase()}/batches/${encodeURIComponent(id)}`}>
                Look for it in {other}
              </LinkButton>
            )}
            <LinkButton href={`/${environment}/batches`} kind="quiet">
              See the batches in {name}
            </LinkButton>
          </>
        }
      >
        <p>
          {unknown
            ? `It may belong to ${other}, its id may be mistyped, or you may not have access to it.`
            : sentence}
        </p>
        {!unknown && <Quotation speaker={name} words={quote} />}
        <p>
          Id: <code>{id}</code>
        </p>
      </Notice>
    </>
  )
}

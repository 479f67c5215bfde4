import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { batchDetails } from '#api/batches.ts'
import { explainFailure } from '#api/explain-failure.ts'
import type { Backend } from '#contract/app-config.ts'
import type { Environment } from '#contract/environment.ts'
import type { Batch } from '#contract/answers.ts'
import { textsOfBatch } from '#drafts/texts-of-answer.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'

type StartFromBatchProps = {
  backend: Backend
  id: string
  /** Where the new batch is to be. */
  environment: Environment
  /** Called once with the texts to begin from, and the name of the batch that has them. */
  onLoaded: (texts: BatchDraft, name: string) => void
}

/** Fetches the batch that a new one is to begin from, and says so meanwhile. */
export function StartFromBatch({ backend, id, environment, onLoaded }: StartFromBatchProps) {
  const query = useQuery({ ...batchDetails(backend, id), staleTime: 0 })
  const { error, refetch } = query
  // What was shown of it before may have been changed since.
  const data = query.isFetchedAfterMount && !error ? query.data : undefined

  const begin = useEffectEvent((batch: Batch) =>
    onLoaded(textsOfBatch(batch, backend.place, environment), batch.name),
  )

  // The batch arrives from outside, and the form is to be filled then and only then.
  useEffect(() => {
    if (data) begin(data)
  }, [data])

  if (!error) return <p role="status">Loading the text of that batch…</p>
  const { title, sentence } = explainFailure(error.failure, backend.name)
  return (
    <Notice
      tone="bad"
      role="alert"
      title={title}
      actions={<Button onClick={() => refetch()}>Try again</Button>}
    >
      <p>{sentence}</p>
    </Notice>
  )
}

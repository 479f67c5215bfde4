import { useQuery } from '@tanstack/react-query'
import { batchDetails } from '#api/batches.ts'
import { explainFailure } from '#api/explain-failure.ts'
import type { Backend } from '#contract/app-config.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Quotation } from '#ui/Quotation.tsx'
import { Skeleton } from '#ui/loading/Skeleton.tsx'
import { DuplicateForm } from './DuplicateForm.tsx'

export type DuplicateDialogProps = {
  backend: Backend
  /** Of any batch, also one that no list names. */
  id: string
  onClose: () => void
}

/**
 * Makes another of a batch: a draft, or a batch at once by the environment itself. It reads the batch first,
 * so that the copy is of what is stored now.
 */
export function DuplicateDialog({ backend, id, onClose }: DuplicateDialogProps) {
  const { data, error, isFetching, isFetchedAfterMount, refetch } = useQuery({
    ...batchDetails(backend, id),
    staleTime: 0,
  })
  // Once the form is open, a later reading does not take it away.
  if (data && isFetchedAfterMount) {
    return <DuplicateForm backend={backend} batch={data} onClose={onClose} />
  }
  return (
    <Dialog title="Duplicate" onClose={onClose}>
      {error && !isFetching ? (
        <Failure backend={backend} failure={error.failure} onRetry={() => void refetch()} />
      ) : (
        <Skeleton label="Reading the batch" height={320} />
      )}
    </Dialog>
  )
}

type FailureProps = {
  backend: Backend
  failure: Parameters<typeof explainFailure>[0]
  onRetry: () => void
}

function Failure({ backend, failure, onRetry }: FailureProps) {
  const { title, sentence, quote } = explainFailure(failure, backend.name)
  return (
    <Notice
      tone="bad"
      role="alert"
      title={`The batch could not be read. ${title}`}
      actions={<Button onClick={onRetry}>Try again</Button>}
    >
      <p>{sentence}</p>
      <Quotation speaker={backend.name} words={quote} />
    </Notice>
  )
}

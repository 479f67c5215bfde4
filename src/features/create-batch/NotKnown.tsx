import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApiError } from '#api/api-error.ts'
import { batchesOf } from '#api/batches.ts'
import { explainFailure } from '#api/explain-failure.ts'
import type { Backend } from '#contract/app-config.ts'
import type { CreateBatchRequest } from '#contract/batch.ts'
import { Button } from '#ui/Button.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { exactTime, exactTimeOf } from '#ui/moment.ts'
import { Notice } from '#ui/Notice.tsx'
import { findCreated } from './find-created.ts'

type NotKnownProps = {
  backend: Backend
  error: ApiError
  request: CreateBatchRequest
  /** When the request left, in milliseconds since 1970. */
  sentAt: number
  /** Called once the batch was found, and the form can be let go. */
  onFound: () => void
  onSendAgain: () => void
}

/**
 * The request left and no clear answer came: it may have been carried out. The way on is to look, never
 * to send again at once, because a second request makes a second batch.
 */
export function NotKnown(props: NotKnownProps) {
  const { backend, error, request, sentAt, onFound, onSendAgain } = props
  const [looks, setLooks] = useState(0)
  const list = useQuery({
    ...batchesOf(backend, request.workspace_id),
    enabled: false,
    retry: false,
  })
  const found = looks > 0 && list.isSuccess ? findCreated(list.data, request, sentAt) : []
  const lookForIt = async () => {
    const { isSuccess } = await list.refetch()
    if (isSuccess) setLooks((count) => count + 1)
  }

  return (
    <Notice
      tone="caution"
      role="alert"
      title="We do not know yet whether your batch was created."
      actions={
        <>
          <Button kind="primary" onClick={lookForIt} aria-disabled={list.isFetching}>
            {looks === 0 ? `Look for it in ${backend.name}` : 'Look again'}
          </Button>
          {looks > 0 && found.length === 0 && !list.isFetching && (
            <Button onClick={onSendAgain}>Send again anyway</Button>
          )}
        </>
      }
    >
      <p>
        It was sent at {exactTime(sentAt)}. {explainFailure(error.failure, backend.name).title} Do
        not create it again before looking.
      </p>
      <div aria-live="polite">
        {list.isFetching && <p>Looking…</p>}
        {list.isError && !list.isFetching && (
          <p>The list could not be loaded either. Your text is untouched.</p>
        )}
        {!list.isFetching && looks > 0 && found.length === 0 && (
          <p>
            Not there after {looks === 1 ? '1 look' : `${looks} looks`}, the last at{' '}
            {exactTime(list.dataUpdatedAt)}. It may still turn up.
          </p>
        )}
        {found.length > 0 && (
          <>
            <p>
              {found.length === 1 ? 'Found it.' : `${found.length} batches fit. Which is yours?`}
            </p>
            {found.map(({ id, created_at }) => (
              <LinkButton key={id} href={`/${backend.place}/batches/${id}`} onClick={onFound}>
                Open the one created {exactTimeOf(created_at)}
              </LinkButton>
            ))}
          </>
        )}
      </div>
    </Notice>
  )
}

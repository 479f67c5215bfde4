import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ApiFailure } from '#api/api-error.ts'
import { batchDetails, createBatch } from '#api/batches.ts'
import { mayHaveHappened } from '#api/explain-failure.ts'
import type { Backend } from '#contract/app-config.ts'
import type { CreateBatchRequest } from '#contract/batch.ts'
import type { Batch } from '#contract/read-batch.ts'

/** What is being sent, with the backend that the request was made for. */
export type Sending = { backend: Backend; request: CreateBatchRequest }

type Handlers = {
  onCreated: (batch: Batch, sending: Sending) => void
  onRefused: (failure: ApiFailure) => void
}

export type Creation = ReturnType<typeof useCreation>

/**
 * Sends a batch to be created, at most once at a time. How it ended is one of: nothing sent (`offline`),
 * refused (a clear no), or unknown, where the batch may exist all the same.
 */
export function useCreation({ onCreated, onRefused }: Handlers) {
  const queryClient = useQueryClient()
  // A ref, because two presses within one tick both see the state of before the first.
  const locked = useRef(false)
  const [offline, setOffline] = useState(false)
  const mutation = useMutation({
    ...createBatch,
    onSuccess: (batch, sending) => {
      // To be shown at once, but as old: what was stored is only known once it was read back.
      queryClient.setQueryData(batchDetails(sending.backend, batch.id).queryKey, batch, {
        updatedAt: 0,
      })
      void queryClient.invalidateQueries({ queryKey: [sending.backend.place, 'batches'] })
      onCreated(batch, sending)
    },
    onError: ({ failure }) => {
      if (!mayHaveHappened(failure)) onRefused(failure)
    },
    onSettled: () => {
      locked.current = false
    },
  })
  const { error, variables, submittedAt } = mutation
  const unclear = error !== null && mayHaveHappened(error.failure)

  return {
    send: (sending: Sending) => {
      setOffline(!navigator.onLine)
      if (locked.current || !navigator.onLine) return
      locked.current = true
      mutation.mutate(sending)
    },
    busy: mutation.isPending,
    offline,
    refused: error !== null && !unclear ? error.failure : null,
    unknown: unclear && variables ? { error, sending: variables, sentAt: submittedAt } : null,
    /** Lets the last outcome go. */
    forget: mutation.reset,
  }
}

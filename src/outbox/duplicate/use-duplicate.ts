import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ApiFailure } from '#api/api-error.ts'
import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/answers.ts'
import type { Environment } from '#contract/environment.ts'
import { textsOfBatch } from '#drafts/texts-of-answer.ts'
import { addDraft } from '#drafts/store/drafts.ts'
import { encodeBody } from '#api/http.ts'
import type { DuplicateBatchRequest } from '#contract/batch.ts'
import { useOnce } from '#ui/use-once.ts'
import { createOnce, type Outcome } from '#outbox/send/create-once.ts'
import { noteCreated } from '#outbox/send/create-and-note.ts'

const noTexts = { task_name: '', task_introduction: '', task_steps: '' }

/** Why nothing came of it. */
export type Trouble =
  | { kind: 'no-room' | 'offline' | 'elsewhere' | 'open' | 'not-written' | 'unnamed' }
  /** Something failed after the request may have left: a batch may have come of it. */
  | { kind: 'unclear' }
  | { kind: 'refused'; failure: ApiFailure }

type Wanted = { name: string; keepsDataset: boolean }

/**
 * Duplicates a batch and goes to what came of it. One duplicate at a time; where nobody can tell how it
 * ended, `onClose` is called and the notice above every screen takes over.
 */
export function useDuplicate(backend: Backend, batch: Batch, onClose: () => void) {
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const { once, busy } = useOnce()
  const [trouble, setTrouble] = useState<Trouble | null>(null)

  const asDraft = async (wanted: Wanted): Promise<Trouble | null> => {
    try {
      const id = await duplicateAsDraft(backend.place, batch, wanted)
      onClose()
      navigate(`/${backend.place}/new?draft=${id}`)
      return null
    } catch {
      return { kind: 'no-room' }
    }
  }

  const inPlace = async (wanted: Wanted): Promise<Trouble | null> => {
    if (wanted.name.trim() === '') return { kind: 'unnamed' }
    const outcome = await duplicateInPlace(client, backend, batch, wanted)
    switch (outcome.kind) {
      case 'created':
        onClose()
        navigate(`/${backend.place}/batches/${encodeURIComponent(outcome.batch.id)}`)
        return null
      case 'not-known':
        onClose()
        return null
      case 'not-created':
        return { kind: 'refused', failure: outcome.failure }
      case 'offline':
      case 'elsewhere':
      case 'open':
      case 'not-written':
        return { kind: outcome.kind }
      // Asked for to be made whatever was made before.
      case 'created-before':
        return null
    }
  }

  const duplicate = async (kind: 'draft' | 'batch', wanted: Wanted) =>
    once(async () => {
      setTrouble(null)
      try {
        setTrouble(await (kind === 'draft' ? asDraft(wanted) : inPlace(wanted)))
      } catch {
        setTrouble({ kind: 'unclear' })
      }
    })

  return { busy, trouble, duplicate }
}

type DuplicateAsDraftWanted = { name: string; keepsDataset: boolean }

/**
 * Stores a draft with the content of a batch, to the byte, and gives its id. Rejects when this browser
 * has no room for it.
 */
async function duplicateAsDraft(
  environment: Environment,
  batch: Batch,
  wanted: DuplicateAsDraftWanted,
) {
  const texts = textsOfBatch(batch, environment, environment)
  return addDraft({
    name: '',
    place: environment,
    texts: {
      ...texts,
      batchName: wanted.name,
      datasetId: wanted.keepsDataset ? texts.datasetId : '',
    },
  })
}

type DuplicateInPlaceWanted = { name: string; keepsDataset: boolean }

/**
 * Has the environment itself duplicate a batch, once: it is written down before it is sent, and looked for
 * when no answer says how it ended. Somebody may want several duplicates, one after the other.
 */
async function duplicateInPlace(
  client: QueryClient,
  backend: Backend,
  batch: Batch,
  { name, keepsDataset }: DuplicateInPlaceWanted,
): Promise<Outcome> {
  const request: DuplicateBatchRequest = { name, upload_new_dataset: !keepsDataset }
  const wish = {
    draft: `duplicate of ${batch.id}`,
    place: backend.place,
    workspace_id: batch.workspace_id,
    name,
    body: encodeBody(request),
    duplicateOf: { id: batch.id, texts: batch.task_details ?? noTexts },
  }
  const outcome = await createOnce(backend, wish, { evenIfCreated: true })
  if (outcome.kind === 'created') noteCreated(client, backend, outcome.batch, wish)
  return outcome
}

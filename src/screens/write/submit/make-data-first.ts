import type { Backend } from '#contract/app-config.ts'
import type { DraftData } from '#dataset/store/draft-data.ts'
import { openDraftData } from '#dataset/worker/open-draft-data.ts'
import { makeForDraft } from '#outbox/dataset/make-for-draft.ts'
import type { MakingStep } from '#outbox/dataset/make-dataset.ts'
import { elsewhere, failureOf, pause } from '#outbox/dataset/making-failure.ts'
import type { DataFirstState } from './use-data-first.ts'

type DataFirst = {
  backend: Backend
  data: DraftData
  workspaceId: string
  onStep: (step: MakingStep) => void
}

/**
 * Makes the dataset that a draft's spreadsheet stands for. Gives its id, null when there is none to use,
 * and what there is to say: idle when all of its rows are in. Never rejects.
 */
export async function makeDataFirst({
  backend,
  data,
  workspaceId,
  onStep,
}: DataFirst): Promise<{ id: string | null; state: DataFirstState }> {
  try {
    const open = await openDraftData(data)
    if (!open) {
      const reason = `${data.file.name} is not in this browser any more. Choose it again in your data.`
      return { id: null, state: { kind: 'no-items', reason } }
    }
    try {
      const wish = { environment: backend.place, workspaceId, name: data.name }
      const made = await makeForDraft(open, wish, {
        backend,
        onStep: (step) => {
          if (step !== 'done') onStep(step)
        },
        pause,
      })
      if (!made) return { id: null, state: { kind: 'stopped', failure: elsewhere } }
      return endOf(made)
    } finally {
      open.tables.close()
    }
  } catch (error) {
    return { id: null, state: { kind: 'stopped', failure: failureOf(error, backend) } }
  }
}

function endOf({ end, create }: NonNullable<Awaited<ReturnType<typeof makeForDraft>>>) {
  const id = create?.datasetId ?? null
  const idle: DataFirstState = { kind: 'idle' }
  if (end?.status === 'complete') return { id, state: idle }
  if (end?.status === 'partial') {
    const { accepted, rejected } = end
    const state: DataFirstState = { kind: 'rejected', accepted, rejected }
    return { id: accepted > 0 ? id : null, state }
  }
  const reason =
    end?.status === 'pending_schema'
      ? 'The dataset does not know its columns.'
      : end?.reason || 'No reason was given.'
  const state: DataFirstState = { kind: 'no-items', reason }
  return { id: null, state }
}

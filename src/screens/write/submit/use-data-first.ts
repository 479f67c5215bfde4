import { useState } from 'react'
import type { Backend } from '#contract/app-config.ts'
import type { DraftData } from '#dataset/store/draft-data.ts'
import type { MakingStep } from '#outbox/dataset/make-dataset.ts'
import type { MakingFailure } from '#outbox/dataset/making-failure.ts'
import { guardLeaving } from '#storage/leave-guard.ts'
import { useOnce } from '#ui/use-once.ts'

export type DataFirstState =
  | { kind: 'idle' }
  | { kind: 'busy'; step: MakingStep }
  /** A step did not end; nothing after it was begun. */
  | { kind: 'stopped'; failure: MakingFailure }
  /** The dataset is there, without the rows that were rejected. The batch waits for a decision. */
  | { kind: 'rejected'; accepted: number; rejected: number }
  /** The file could not be read, or gave no items. */
  | { kind: 'no-items'; reason: string }

export type DataFirst = ReturnType<typeof useDataFirst>

const load = () => import('./make-data-first.ts')

/** Makes the dataset of the draft's spreadsheet before its batch is created. */
export function useDataFirst() {
  const [state, setState] = useState<DataFirstState>({ kind: 'idle' })
  const { once } = useOnce()

  return {
    state,
    busy: state.kind === 'busy',
    forget: () => setState({ kind: 'idle' }),
    /**
     * `onMade` gets the id of the dataset; with `isWhole` false some of its rows were rejected, and the
     * batch is not to be created yet.
     */
    make: (
      backend: Backend,
      data: DraftData,
      workspaceId: string,
      onMade: (id: string, isWhole: boolean) => Promise<void>,
    ) =>
      once(async () => {
        setState({ kind: 'busy', step: 'create' })
        const stopGuarding = guardLeaving(() => true)
        try {
          const { makeDataFirst } = await load()
          const onStep = (step: MakingStep) => setState({ kind: 'busy', step })
          const { id, state: next } = await makeDataFirst({ backend, data, workspaceId, onStep })
          setState(next)
          if (id !== null) await onMade(id, next.kind === 'idle')
        } catch {
          setState({ kind: 'no-items', reason: 'Part of the app could not be loaded.' })
        } finally {
          stopGuarding()
        }
      }),
  }
}

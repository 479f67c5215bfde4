import { useState } from 'react'
import type { Backend } from '#contract/app-config.ts'
import { makingIn, type Making } from '#dataset/store/draft-data.ts'
import { attachDataset } from '#drafts/store/attach-dataset.ts'
import { carryOnMaking } from '#outbox/dataset/make-dataset.ts'
import { newMaking, noteMade, type DatasetWish } from '#outbox/dataset/new-making.ts'
import { withDraftLock } from '#outbox/send/with-draft-lock.ts'
import type { DataSession, Ready } from '#screens/data/data-session.ts'
import { guardLeaving } from '#storage/leave-guard.ts'
import { useOnce } from '#ui/use-once.ts'
import { elsewhere, failureOf, pause, type MakingFailure } from '#outbox/dataset/making-failure.ts'

/** Makes a dataset of what is on the screen, and carries on what was begun. */
export function useMaking(session: DataSession, state: Ready, backend: Backend | undefined) {
  const [failure, setFailure] = useState<MakingFailure | null>(null)
  const { once, busy } = useOnce()
  const making = makingIn(state.data, session.environment)

  /** `file` is the upload where it was made already. */
  const run = async (begun: Making, file: Blob | null = null) => {
    if (!backend) return
    setFailure(null)
    const stopGuarding = guardLeaving(() => true)
    try {
      const ended = await withDraftLock(session.draft, () =>
        carryOnMaking(begun, {
          backend,
          note: session.note,
          rows: async () =>
            file ??
            (await session.ask((service) => service.upload(begun.recipe, begun.older))).file,
          pause,
        }),
      )
      if (!ended) return setFailure(elsewhere)
      await take(ended)
    } catch (error) {
      setFailure(failureOf(error, backend))
    } finally {
      stopGuarding()
    }
  }

  /** What was made is known in this browser from now on, and is the data of the task. */
  const take = async (ended: Making) => {
    const datasetId = await noteMade(ended, state.data.file, state.prepared.examples)
    if (datasetId === null) return
    const { environment, workspaceId } = ended
    const isAttached = await attachDataset(session.draft, environment, { datasetId, workspaceId })
    if (!isAttached) session.say('The dataset is ready. Choose it in your task.')
  }

  return {
    failure,
    busy,
    /** Begins with a new dataset. */
    start: (wish: Omit<DatasetWish, 'environment'>) =>
      once(async () => {
        const { environment } = session
        const begun = await newMaking({ ...wish, environment }, state, session)
        await run(begun.making, begun.file)
      }),
    /** Goes on from where it stopped. */
    carryOn: () => once(async () => (making ? run(making) : undefined)),
    /** Gives up what is not known, and creates another dataset. */
    createAnother: () =>
      once(async () => (making ? run({ ...making, create: null, address: null }) : undefined)),
    /** Lets what was made, or stopped, be; the next one is a new dataset. */
    letGo: () =>
      once(async () => {
        setFailure(null)
        await session.note(null)
      }),
  }
}

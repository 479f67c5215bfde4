import { useState } from 'react'
import type { Backend } from '#contract/app-config.ts'
import { newId } from '#contract/new-id.ts'
import type { Making } from '#dataset/store/draft-data.ts'
import { noteMadeDataset } from '#dataset/store/made-datasets.ts'
import { attachDataset } from '#drafts/store/attach-dataset.ts'
import { carryOnMaking } from '#outbox/dataset/make-dataset.ts'
import { withDraftLock } from '#outbox/send/with-draft-lock.ts'
import type { DataSession, Ready } from '#screens/data/data-session.ts'
import { guardLeaving } from '#storage/leave-guard.ts'
import { useOnce } from '#ui/use-once.ts'
import { elsewhere, failureOf, pause, type MakingFailure } from './making-failure.ts'

/** Makes a dataset of what is on the screen, and carries on what was begun. */
export function useMaking(session: DataSession, state: Ready, backend: Backend | undefined) {
  const [failure, setFailure] = useState<MakingFailure | null>(null)
  const { once, busy } = useOnce()
  const { making } = state.data

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
            file ?? (await session.ask((service) => service.upload(begun.recipe))).file,
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
  const take = async ({ end, create, name, workspaceId, environment, recipe, rows }: Making) => {
    const id = create?.datasetId
    if (!id || !end || (end.status !== 'complete' && end.status !== 'partial')) return
    const { file } = state.data
    const { examples } = state.prepared
    await noteMadeDataset({
      id,
      environment,
      workspaceId,
      name,
      items: end.accepted || rows,
      columns: recipe.columns
        .filter(({ use }) => use !== 'left_out')
        .map(({ key, label, use, heading }) => ({
          key,
          label,
          type: use,
          first: examples[heading] ?? '',
        })),
      file: { name: file.name, sha: file.sha },
      madeAt: Date.now(),
    })
    const chosen = { datasetId: id, workspaceId }
    const isAttached = await attachDataset(session.draft, environment, chosen)
    if (!isAttached) session.say('The dataset is ready. Choose it in your task.')
  }

  return {
    failure,
    busy,
    /** Begins with a new dataset. */
    start: (name: string, workspaceId: string) =>
      once(async () => {
        const { recipe } = state.data
        const { file, sha, rows } = await session.ask((service) => service.upload(recipe))
        const { schema } = state.prepared
        const begun: Making = {
          id: newId(),
          environment: session.environment,
          workspaceId,
          name,
          body: JSON.stringify({ name, workspace_id: workspaceId, schema }, null, 2),
          recipe,
          uploadSha: sha,
          rows,
          startedAt: Date.now(),
          create: null,
          address: null,
          upload: null,
          end: null,
        }
        await run(begun, file)
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

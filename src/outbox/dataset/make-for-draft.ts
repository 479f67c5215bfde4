import type { Backend } from '#contract/app-config.ts'
import { makingIn, saveDraftData, type Making } from '#dataset/store/draft-data.ts'
import type { OpenDraftData } from '#dataset/worker/open-draft-data.ts'
import { withDraftLock } from '#outbox/send/with-draft-lock.ts'
import { carryOnMaking, stepOf } from './make-dataset.ts'
import { newMaking, noteMade, type DatasetWish } from './new-making.ts'

type Surroundings = {
  backend: Backend
  onStep: (step: ReturnType<typeof stepOf>) => void
  pause: () => Promise<void>
}

/**
 * Makes the dataset of a draft's spreadsheet, or goes on with the one that was begun, and remembers it.
 * Null when another window is at it. Rejects as `carryOnMaking` does, and with `ChangedElsewhere` when
 * another window has changed the data meanwhile; what is written down by then can be carried on.
 */
export async function makeForDraft(
  open: OpenDraftData,
  wish: DatasetWish,
  { backend, onStep, pause }: Surroundings,
): Promise<Making | null> {
  const { data, prepared, tables } = open
  return withDraftLock(data.draft, async () => {
    const before = makingIn(data, wish.environment)
    const isOpen = before !== null && before.end === null
    const begun = isOpen ? { making: before, file: null } : await newMaking(wish, open, open.tables)
    let stored = data
    const made = await carryOnMaking(begun.making, {
      backend,
      note: async (making) => {
        stored = await saveDraftData({ ...stored, making })
        onStep(stepOf(making))
      },
      rows: async () => {
        if (begun.file) return begun.file
        const { recipe, older } = begun.making
        return (await tables.ask((service) => service.upload(recipe, older))).file
      },
      pause,
    })
    await noteMade(made, data.file, prepared.examples)
    return made
  })
}

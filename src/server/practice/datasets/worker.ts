import { storedNothing } from '#server/database/database-errors.ts'
import { logFailure } from '#server/http/log.ts'
import type { Store } from '#server/practice/store.ts'
import { runImport } from './run-import.ts'
import { runSchemaJob } from './run-schema-job.ts'

type Surroundings = { store: Store; now: () => number }

/**
 * Reads the files that were sent for datasets, and looks at rows again after a change of a schema: one
 * job after another, in slices between which others have their turn. What the last server left undone
 * is taken up first.
 */
export function createWorker({ store, now }: Surroundings) {
  let running = false

  const turn = async () => {
    await new Promise((next) => setImmediate(next))
    return store.isOpen()
  }

  function giveUp(importId: string) {
    const counts = { accepted_count: 0, rejected_count: 0, duplicate_count: 0 }
    const reason = 'processing failed'
    store.imports.finish(importId, 0, { status: 'failed', ...counts, errors: [], reason })
  }

  async function work() {
    for (const id of store.imports.leftovers()) while (store.imports.dropChunks(id)) await turn()
    for (let open = true; open; open = await turn()) {
      const upload = store.imports.next()
      const change = store.datasets.nextJob()
      if (!upload && !change) return
      try {
        if (upload) await runImport(upload, { store, now, turn })
        else if (change) await runSchemaJob(change, { store, turn })
      } catch (error) {
        if (!store.isOpen()) return
        logFailure(error instanceof Error ? error : new Error(String(error)))
        // A full disk is no fault of the file: tried again when there is more to do.
        if (storedNothing(error)) return
        // One that cannot be done must not hold up those behind it.
        if (upload) giveUp(upload.id)
        else if (change) store.datasets.noteJob({ ...change, ended: 1 })
      }
    }
  }

  return {
    /** To be called when there may be something to do. */
    wake: () => {
      if (running || store.readOnly !== undefined) return
      running = true
      void work().finally(() => {
        running = false
      })
    },
  }
}
export type Worker = ReturnType<typeof createWorker>

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
  const failed = new Set<string>()

  const turn = async () => {
    await new Promise((next) => setImmediate(next))
    return store.isOpen()
  }

  async function work() {
    for (const id of store.imports.leftovers()) while (store.imports.dropChunks(id)) await turn()
    for (let open = true; open; open = await turn()) {
      const upload = store.imports.next()
      const change = store.datasets.nextJob()
      const id = upload?.id ?? change?.id
      if (id === undefined || failed.has(id)) return
      try {
        if (upload) await runImport(upload, { store, now, turn })
        else if (change) await runSchemaJob(change, { store, turn })
      } catch (error) {
        if (!store.isOpen()) return
        // Tried again by the next server: a full disk, for example, is no fault of the file.
        failed.add(id)
        logFailure(error instanceof Error ? error : new Error(String(error)))
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

import { openStorage } from './database.ts'

/** Which entries a change is about: one, those of a draft, or all. */
export type Scope = { id: string } | { draft: string } | 'all'

export type Change<T> = { result: T; put?: { id: string; draft: string }; remove?: string[] }

/**
 * Reads the entries in `scope` and writes what `decide` makes of them, with nothing in between from
 * this or any other tab. Resolves once it is on the disk.
 */
type Shelf = <T>(scope: Scope, decide: (stored: unknown[]) => Change<T>) => Promise<T>

const onDisk: Shelf = async (scope, decide) => {
  const database = await openStorage()
  const transaction = database.transaction('outbox', 'readwrite', { durability: 'strict' })
  const { store, done } = transaction
  const read = () => {
    if (scope === 'all') return store.getAll()
    return 'id' in scope ? store.getAll(scope.id) : store.index('draft').getAll(scope.draft)
  }
  const change = async () => {
    const { result, put, remove = [] } = decide(await read())
    const writes = remove.map((id) => store.delete(id))
    await Promise.all(put ? [...writes, store.put(put)] : writes)
    return result
  }
  const [result] = await Promise.all([change(), done])
  return result
}

/** For a browser that keeps nothing: as long as this page lives. */
function inMemory(): Shelf {
  const entries = new Map<string, { id: string; draft: string }>()
  return async (scope, decide) => {
    const {
      result,
      put,
      remove = [],
    } = decide(
      [...entries.values()].filter(({ id, draft }) => {
        if (scope === 'all') return true
        return 'id' in scope ? scope.id === id : scope.draft === draft
      }),
    )
    for (const id of remove) entries.delete(id)
    if (put) entries.set(put.id, put)
    return result
  }
}

let memory: Shelf | undefined

/** Changes the outbox. Where the browser cannot write it down it is kept in memory from then on. */
export const changeOutbox: Shelf = async (scope, decide) => {
  if (!memory) {
    try {
      return await onDisk(scope, decide)
    } catch {
      memory ??= inMemory()
    }
  }
  return memory(scope, decide)
}

/** Whether what is sent would be forgotten with this page. Known once the outbox was used. */
export function outboxIsForgetful() {
  return memory !== undefined
}

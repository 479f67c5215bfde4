import { openStorage } from '#storage/database.ts'
import { StorageFailure } from '#storage/storage-fault.ts'
import { createChangeChannel } from '#storage/change-channel.ts'

const isNothing = (data: unknown): data is null => data === null

const channel = createChangeChannel('batch-composer.outbox', isNothing)

/** Says in every tab that the outbox has changed. */
export const announceOutboxChange = () => channel.announce(null)

/** Calls `listener` whenever this or another tab changed the outbox; returns how to stop. */
export const onOutboxChange = (listener: () => void) => channel.listen(listener)

/** Which entries a change is about: one, those of a draft, or all. */
export type Scope = { id: string } | { draft: string } | 'all'

export type Change<T> = { result: T; put?: { id: string; draft: string }; remove?: string[] }

/**
 * Reads the entries in `scope` and writes what `decide` makes of them, with nothing in between from
 * this or any other tab. Resolves once it is on the disk. `decide` may be asked more than once.
 */
type OutboxStore = <T>(scope: Scope, decide: (stored: unknown[]) => Change<T>) => Promise<T>

/** All entries as this page last saw them. Once the disk has failed they are the outbox. */
let entries: readonly unknown[] = []
let wasRead = false
let forgetful = false

const onDisk: OutboxStore = async (scope, decide) => {
  const database = await openStorage()
  const transaction = database.transaction('outbox', 'readwrite', { durability: 'strict' })
  const { store, done } = transaction
  const write = async () => {
    entries = await store.getAll()
    wasRead = true
    const change = decide(within(scope, entries))
    const { put, remove = [] } = change
    const writes = remove.map((id) => store.delete(id))
    await Promise.all(put ? [...writes, store.put(put)] : writes)
    return change
  }
  const [change] = await Promise.all([write(), done])
  entries = changed(entries, change)
  return change.result
}

/** Where nothing can be written down: as long as this page lives. */
const inMemory: OutboxStore = async (scope, decide) => {
  const change = decide(within(scope, entries))
  entries = changed(entries, change)
  return change.result
}

function within(scope: Scope, all: readonly unknown[]) {
  if (scope === 'all') return [...all]
  return all.filter((entry) =>
    'id' in scope ? field(entry, 'id') === scope.id : field(entry, 'draft') === scope.draft,
  )
}

function changed(all: readonly unknown[], { put, remove = [] }: Change<unknown>) {
  const gone = new Set<unknown>(put ? [...remove, put.id] : remove)
  const left = all.filter((entry) => !gone.has(field(entry, 'id')))
  return put ? [...left, put] : left
}

/** Of an entry that may be damaged. */
function field(entry: unknown, name: 'id' | 'draft'): unknown {
  return typeof entry === 'object' && entry !== null ? Reflect.get(entry, name) : undefined
}

/** A connection that was lost says so only after its transactions failed; then it is opened anew. */
const onDiskOrOnceMore: OutboxStore = async (scope, decide) => {
  try {
    return await onDisk(scope, decide)
  } catch {
    await new Promise((resolve) => setTimeout(resolve))
    return onDisk(scope, decide)
  }
}

/** A full disk can still be read. What cannot be read is known as this page saw it last. */
async function readOnceMore() {
  try {
    return await (await openStorage()).getAll('outbox')
  } catch {
    return entries
  }
}

const changeNow: OutboxStore = async (scope, decide) => {
  if (!forgetful) {
    try {
      return await onDiskOrOnceMore(scope, decide)
    } catch (error) {
      if (isHeldUp(error) && !wasRead) throw error
      entries = await readOnceMore()
      forgetful = true
    }
  }
  return inMemory(scope, decide)
}

/** There is a database, and in it there may be what is open. */
function isHeldUp(error: unknown) {
  return error instanceof StorageFailure && error.fault !== 'unavailable'
}

let before: Promise<unknown> = Promise.resolve()

/**
 * Changes the outbox. Where the browser cannot write it down it goes on in memory, this change
 * included, with all that was there: what is open stays open. The disk then holds what was written
 * last, and a later page begins with that. Rejects with a `StorageFailure` while something holds the
 * database up and this page has not read it: what is open there is not known.
 */
export const changeOutbox: OutboxStore = (scope, decide) => {
  // One after the other: none may still decide by the disk while another goes over to memory.
  const change = before.then(() => changeNow(scope, decide))
  before = change.catch(() => {})
  return change
}

/** Whether what is sent would be forgotten with this page. Known once the outbox was used. */
export function outboxIsForgetful() {
  return forgetful
}

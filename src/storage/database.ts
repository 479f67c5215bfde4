import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { StorageFailure } from './storage-fault.ts'

/** What comes out is as old, and as damaged, as it may be: whoever reads it checks it with a schema. */
interface Kept extends DBSchema {
  drafts: { key: string; value: unknown }
  revisions: { key: [draft: string, rev: number]; value: unknown; indexes: { draft: string } }
  outbox: { key: string; value: unknown; indexes: { draft: string } }
  templates: { key: string; value: unknown }
  files: { key: string; value: unknown }
  data: { key: string; value: unknown; indexes: { sha: string } }
  datasets: { key: string; value: unknown }
}
export type Database = IDBPDatabase<Kept>

const NAME = 'batch-composer'
const VERSION = 3

/** A healthy database opens within a fraction of this, also on a slow disk. */
const PATIENCE_MS = 5_000

let opened: Promise<Database> | undefined
/** The connection in use. */
let current: Database | undefined

/**
 * The database of this browser, opened once: drafts, templates, datasets and what is in the outbox by
 * `id`, revisions by `[draft, rev]`, spreadsheets by the SHA-256 of their bytes, and the recipes
 * for them by the draft that they are the data of. Rejects with a `StorageFailure` where it cannot be used, after five
 * seconds at most; asked again, it tries again. A request that is held up stays, and is taken once it
 * is answered.
 */
export function openStorage(): Promise<Database> {
  opened ??= open()
  return opened
}

/**
 * What `run` makes of the database. Where the connection turns out to be lost, once more with a new one:
 * nothing of a transaction that failed is stored.
 */
export async function withStorage<T>(run: (database: Database) => Promise<T>): Promise<T> {
  const database = await openStorage()
  try {
    return await run(database)
  } catch (error) {
    // The event that says that a connection was lost comes after what failed by it.
    await new Promise((resolve) => setTimeout(resolve))
    if (current === database) {
      if (!isOfConnection(error)) throw error
      // Some browsers never say it.
      database.close()
      forget()
    }
    return run(await openStorage())
  }
}

function isOfConnection(error: unknown) {
  return error instanceof DOMException && ['InvalidStateError', 'UnknownError'].includes(error.name)
}

function forget() {
  opened = undefined
  current = undefined
}

function open(): Promise<Database> {
  return new Promise((resolve, reject) => {
    const holdUp = (fault: 'blocked' | 'slow') => reject(new StorageFailure(fault))
    const late = setTimeout(holdUp, PATIENCE_MS, 'slow')
    const request = async () => {
      try {
        current = await connect(() => holdUp('blocked'))
        // Whoever asked while it was held up has been refused; whoever asks now is not.
        opened = Promise.resolve(current)
        resolve(current)
      } catch (error) {
        forget()
        reject(error)
      } finally {
        clearTimeout(late)
      }
    }
    void request()
  })
}

async function connect(onBlocked: () => void): Promise<Database> {
  try {
    const database = await openDB<Kept>(NAME, VERSION, {
      // By what is there, not by the version: another page of this address may have made half of it.
      upgrade(db) {
        const isMissing = (store: (typeof db.objectStoreNames)[number]) =>
          !db.objectStoreNames.contains(store)
        if (isMissing('drafts')) db.createObjectStore('drafts', { keyPath: 'id' })
        if (isMissing('revisions')) {
          const revisions = db.createObjectStore('revisions', { keyPath: ['draft', 'rev'] })
          revisions.createIndex('draft', 'draft')
        }
        if (isMissing('outbox')) {
          const outbox = db.createObjectStore('outbox', { keyPath: 'id' })
          outbox.createIndex('draft', 'draft')
        }
        if (isMissing('templates')) db.createObjectStore('templates', { keyPath: 'id' })
        if (isMissing('files')) db.createObjectStore('files', { keyPath: 'sha' })
        if (isMissing('data')) {
          const data = db.createObjectStore('data', { keyPath: 'draft' })
          data.createIndex('sha', 'file.sha')
        }
        if (isMissing('datasets')) db.createObjectStore('datasets', { keyPath: 'id' })
      },
      blocked: onBlocked,
      // A newer version of the app in another tab wants to change the database.
      blocking: (_current, _blocked, event) => {
        forget()
        if (event.target instanceof IDBDatabase) event.target.close()
      },
      terminated: forget,
    })
    return database
  } catch (error) {
    const isNewer = error instanceof DOMException && error.name === 'VersionError'
    throw new StorageFailure(isNewer ? 'outdated' : 'unavailable', error)
  }
}

import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

/** What comes out is as old, and as damaged, as it may be: whoever reads it checks it with a schema. */
interface Kept extends DBSchema {
  drafts: { key: string; value: unknown }
  revisions: { key: [draft: string, rev: number]; value: unknown; indexes: { draft: string } }
  outbox: { key: string; value: unknown; indexes: { draft: string } }
  templates: { key: string; value: unknown }
}
export type Database = IDBPDatabase<Kept>

const NAME = 'batch-composer'
const VERSION = 2

let opened: Promise<Database> | undefined

/**
 * The database of this browser, opened once: drafts, templates and what is in the outbox by `id`,
 * revisions by `[draft, rev]`. Rejects where a browser keeps nothing; asked again, it tries again.
 */
export function openStorage(): Promise<Database> {
  opened ??= open()
  return opened
}

function forget() {
  opened = undefined
}

async function open() {
  try {
    const database = await openDB<Kept>(NAME, VERSION, {
      upgrade(db, from) {
        if (from < 1) {
          db.createObjectStore('drafts', { keyPath: 'id' })
          const revisions = db.createObjectStore('revisions', { keyPath: ['draft', 'rev'] })
          revisions.createIndex('draft', 'draft')
          const outbox = db.createObjectStore('outbox', { keyPath: 'id' })
          outbox.createIndex('draft', 'draft')
        }
        if (from < 2) db.createObjectStore('templates', { keyPath: 'id' })
      },
      // A newer version of the app in another tab wants to change the database.
      blocking: (_current, _blocked, event) => {
        forget()
        if (event.target instanceof IDBDatabase) event.target.close()
      },
      terminated: forget,
    })
    return database
  } catch (error) {
    forget()
    throw error
  }
}

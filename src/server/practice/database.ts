import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'

/** Another process holds the database: the operating system frees it when that process dies. */
export class DatabaseInUse extends Error {
  override name = 'DatabaseInUse'
}

const SCHEMA_VERSION = 1
const FULL = 2

// The accepted request is kept as JSON text: SQLite's own text cannot hold every string that JSON can
// (a NUL, half a surrogate pair), and what came in must come out byte for byte.
const schema = `
  CREATE TABLE batches (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    request TEXT NOT NULL,
    dataset_id TEXT,
    ready_at INTEGER,
    ends_in TEXT,
    task_count INTEGER,
    group_count INTEGER,
    CHECK ((ready_at IS NULL) = (ends_in IS NULL))
  ) STRICT;
  CREATE INDEX batches_by_workspace ON batches (workspace_id, created_at);
`

/** The single value of a pragma. */
export function pragma(db: DatabaseSyncInstance, name: string): unknown {
  const row: unknown = db.prepare(`PRAGMA ${name}`).get()
  return typeof row === 'object' && row ? Object.values(row)[0] : undefined
}

function migrate(db: DatabaseSyncInstance) {
  const version = Number(pragma(db, 'user_version'))
  if (version > SCHEMA_VERSION) {
    throw new Error('The practice data was written by a newer version of this program.')
  }
  if (version === 0) db.exec(`BEGIN; ${schema} COMMIT;`)
  // Written at every opening: the durability check below only means something after a write.
  db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`)
}

function open(path: string) {
  const db = new DatabaseSync(path)
  // EXCLUSIVE before WAL keeps every other process out until this one ends, however it ends.
  // This build of SQLite falls back to NORMAL after WAL, where an answered write can be lost with
  // the power: FULL is asked for at every opening, and checked.
  db.exec(`
    PRAGMA busy_timeout = 250;
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
  `)
  if (pragma(db, 'quick_check') !== 'ok') {
    throw new Error(`The practice data in ${path} is damaged. Move it away and start again.`)
  }
  migrate(db)
  if (pragma(db, 'synchronous') !== FULL) {
    throw new Error(`The practice data in ${path} could not be opened so that it survives a crash.`)
  }
  return db
}

/**
 * Moves everything into the main file and lets go of it at once. Closing alone would not: prepared
 * statements, which have no end of their own here, keep the file locked until they are collected.
 */
export function closeDatabase(db: DatabaseSyncInstance) {
  // The lock is given back by the first read after the mode is NORMAL, which WAL would not allow.
  db.exec(`
    PRAGMA journal_mode = DELETE;
    PRAGMA locking_mode = NORMAL;
    SELECT count(*) FROM sqlite_schema;
  `)
  db.close()
}

/**
 * Opens (and creates) the database at a path, or in memory for `:memory:`.
 * Throws DatabaseInUse when another process has it.
 */
export function openDatabase(path: string) {
  try {
    return open(path)
  } catch (error) {
    if (error instanceof Error && /locked|busy/i.test(error.message)) {
      throw new DatabaseInUse(path, { cause: error })
    }
    throw error
  }
}

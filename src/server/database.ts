import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'

/** Another process holds the database: the operating system frees it when that process dies. */
export class DatabaseInUse extends Error {
  override name = 'DatabaseInUse'
}

const FULL = 2

export type DatabaseOptions = {
  /** A file, which is made when it is missing, or `:memory:`. */
  path: string
  /** What is in it, as a sentence about trouble begins: "The practice data". */
  title: string
  /** What leads from each version of the tables to the next, the first from nothing. */
  migrations: readonly string[]
}

/** The single value of a pragma. */
export function pragma(db: DatabaseSyncInstance, name: string): unknown {
  const row: unknown = db.prepare(`PRAGMA ${name}`).get()
  return typeof row === 'object' && row ? Object.values(row)[0] : undefined
}

function migrate(db: DatabaseSyncInstance, { title, migrations }: DatabaseOptions) {
  const version = Number(pragma(db, 'user_version'))
  if (version > migrations.length) {
    throw new Error(`${title} was written by a newer version of this program.`)
  }
  for (const [index, migration] of migrations.entries()) {
    if (index >= version) {
      db.exec(`BEGIN; ${migration} PRAGMA user_version = ${index + 1}; COMMIT;`)
    }
  }
  // Written at every opening: the durability check below only means something after a write.
  db.exec(`PRAGMA user_version = ${migrations.length}`)
}

function open(options: DatabaseOptions) {
  const { path, title } = options
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
    throw new Error(`${title} in ${path} is damaged. Move it away and start again.`)
  }
  migrate(db, options)
  if (pragma(db, 'synchronous') !== FULL) {
    throw new Error(`${title} in ${path} could not be opened so that it survives a crash.`)
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
 * Opens a database of one process, whose commits are on the disk when they return.
 * Throws DatabaseInUse when another process has it, and an Error in a sentence for people when its
 * contents are damaged or of a newer version.
 */
export function openDatabase(options: DatabaseOptions) {
  try {
    return open(options)
  } catch (error) {
    if (error instanceof Error && /locked|busy/i.test(error.message)) {
      throw new DatabaseInUse(options.path, { cause: error })
    }
    throw error
  }
}

import { copyFileSync, rmSync, statSync } from 'node:fs'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { DatabaseInUse, DatabaseUnusable, isInUse, isOutOfRoom } from './database-errors.ts'
import { checkContents, inspectDatabase, pragma, type DatabaseOptions } from './inspect-database.ts'

const FULL = 2

export type OpenDatabase = {
  db: DatabaseSyncInstance
  /** Whether there was nothing in it before. */
  isNew: boolean
  /** Why it can only be read, where it can only be read. */
  readOnly: string | undefined
  /** What was noticed while opening it, in sentences for whoever runs the server. */
  notices: readonly string[]
}

function migrate(db: DatabaseSyncInstance, migrations: readonly string[]) {
  const version = Number(pragma(db, 'user_version'))
  for (const [index, migration] of migrations.entries()) {
    if (index >= version) {
      db.exec(`BEGIN; ${migration} PRAGMA user_version = ${index + 1}; COMMIT;`)
    }
  }
  // Written at every opening: the durability check below only means something after a write.
  db.exec(`PRAGMA user_version = ${migrations.length}`)
}

/** Readies a connection for writes that are on the disk when they return. */
function prepareForWriting(db: DatabaseSyncInstance, { path, migrations }: DatabaseOptions) {
  // This build of SQLite falls back to NORMAL after WAL, where an answered write can be lost with
  // the power: FULL is asked for at every opening, and checked.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;')
  migrate(db, migrations)
  if (pragma(db, 'synchronous') !== FULL) {
    throw new DatabaseUnusable(
      `${path} could not be opened safely: a crash could lose data. Move the data folder to a disk of this computer, and start again.`,
    )
  }
}

/** What can be read without any room on the disk: the database as it is, or one with nothing in it. */
function forReading(db: DatabaseSyncInstance, { path, migrations }: DatabaseOptions) {
  if (db.isTransaction) db.exec('ROLLBACK')
  let readable = db
  if (Number(pragma(db, 'user_version')) < migrations.length) {
    db.close()
    if (statSync(path, { throwIfNoEntry: false })?.size === 0) rmSync(path)
    readable = new DatabaseSync(':memory:')
    migrate(readable, migrations)
  }
  readable.exec('PRAGMA query_only = ON')
  return readable
}

/** Keeps a database as it was found, before anything that may never be found again is written over. */
function setAside(path: string) {
  const copy = `${path}.${new Date().toISOString().replace(/[:.]/g, '-')}.copy`
  copyFileSync(path, copy)
  return `${path}-wal is missing, and ${path} was not closed properly, so its latest changes may be lost. A copy of it as it was found is in ${copy}. If you have ${path}-wal, stop the server, put the copy back as ${path} with ${path}-wal beside it, and start again.`
}

/**
 * Opens a database of one process, whose commits are on the disk when they return. On a full disk it is
 * opened for reading only. Throws DatabaseInUse when another process has it, and DatabaseUnusable before
 * anything is changed in it.
 */
export function openDatabase(options: DatabaseOptions): OpenDatabase {
  const { path } = options
  const found = inspectDatabase(options)
  const notices = [
    ...(found.empty ? [`${path} was empty. If it held data, restore a backup.`] : []),
    ...(found.walMissing ? [setAside(path)] : []),
  ]
  const isNew = found.kind === 'new'
  const db = new DatabaseSync(path)
  try {
    // EXCLUSIVE before WAL keeps every other process out until this one ends, however it ends.
    db.exec('PRAGMA busy_timeout = 250; PRAGMA locking_mode = EXCLUSIVE;')
    if (!found.checked) checkContents(db, options)
    prepareForWriting(db, options)
    return { db, isNew, notices, readOnly: undefined }
  } catch (error) {
    if (isInUse(error)) throw new DatabaseInUse(path, { cause: error })
    if (!isOutOfRoom(error)) throw error
    const readOnly = `The disk has no space left for ${path}, so it can only be read. Free some space, and start the server again.`
    return { db: forReading(db, options), isNew, notices: [...notices, readOnly], readOnly }
  }
}

/**
 * Moves everything into the main file and lets go of it at once. Closing alone would not: prepared
 * statements, which have no end of their own here, keep the file locked until they are collected.
 */
export function closeDatabase(db: DatabaseSyncInstance) {
  try {
    // The lock is given back by the first read after the mode is NORMAL, which WAL would not allow.
    db.exec(`
      PRAGMA journal_mode = DELETE;
      PRAGMA locking_mode = NORMAL;
      SELECT count(*) FROM sqlite_schema;
    `)
  } catch (error) {
    // Without room the changes stay where they are, in the -wal file, and are found there.
    if (!isOutOfRoom(error)) throw error
  } finally {
    db.close()
  }
}

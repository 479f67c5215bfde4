import { accessSync, closeSync, constants, openSync, readSync, rmSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { DatabaseInUse, DatabaseUnusable, isInUse, sqliteCode } from './database-errors.ts'

export type DatabaseOptions = {
  /** A file, which is made when it is missing, or `:memory:`. */
  path: string
  /** What leads from each version of the tables to the next, the first from nothing. */
  migrations: readonly string[]
  /** For each version of the tables, a query that only they can answer. */
  probes: readonly string[]
}

export type Found = {
  /** Whether there is something in it. */
  kind: 'new' | 'existing'
  /** A file that is there, with nothing in it. */
  empty: boolean
  /** It was not closed, and the file that SQLite kept its latest changes in is gone. */
  walMissing: boolean
  /** Whether its contents are known to be sound. */
  checked: boolean
}

const MAGIC = 'SQLite format 3\0'
const HEADER_BYTES = 100
const CORRUPT = 11
const NOT_A_DATABASE = 26

/** The single value of a pragma. */
export function pragma(db: DatabaseSyncInstance, name: string): unknown {
  const row: unknown = db.prepare(`PRAGMA ${name}`).get()
  return typeof row === 'object' && row ? Object.values(row)[0] : undefined
}

/**
 * Asks for single values without a prepared statement, which would keep the file locked after the end of
 * the connection, until it is collected.
 */
function askerOf(db: DatabaseSyncInstance) {
  let answer: unknown
  db.function('note_answer', (value: unknown) => {
    answer = value
    return null
  })
  return (query: string) => {
    answer = undefined
    db.exec(`SELECT note_answer((${query}))`)
    return answer
  }
}

const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size

/** How a sentence about a file ends: what was damaged is better put back than begun anew. */
const PUT_BACK =
  'Restore a backup, or move the file away to start over. Then start the server again.'

function mayUse(path: string) {
  const parts = [
    [path, constants.R_OK, 'cannot be read', 'Let the user who runs the server read it'],
    [path, constants.W_OK, 'is read-only', 'Let the user who runs the server write to it'],
    [
      dirname(resolve(path)),
      constants.W_OK,
      'is in a folder that is read-only',
      'Let the user who runs the server write to the folder',
    ],
  ] as const
  for (const [file, mode, fault, remedy] of parts) {
    try {
      accessSync(file, mode)
    } catch (cause) {
      if (cause instanceof Error && Reflect.get(cause, 'code') === 'ENOENT') continue
      throw new DatabaseUnusable(`${path} ${fault}. ${remedy}, and start again.`, { cause })
    }
  }
}

function readHeader(path: string) {
  const header = Buffer.alloc(HEADER_BYTES)
  const file = openSync(path, 'r')
  try {
    readSync(file, header, 0, HEADER_BYTES, 0)
  } finally {
    closeSync(file)
  }
  return {
    magic: header.toString('latin1', 0, MAGIC.length),
    pageSize: header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16),
    usesWal: header[18] === 2,
    pages: header.readUInt32BE(28),
  }
}

/** Throws DatabaseUnusable when the contents are damaged, newer or not of this program. */
export function checkContents(
  db: DatabaseSyncInstance,
  { path, migrations, probes }: DatabaseOptions,
) {
  const ask = askerOf(db)
  if (ask('SELECT quick_check FROM pragma_quick_check LIMIT 1') !== 'ok') {
    throw new DatabaseUnusable(`${path} is damaged. ${PUT_BACK}`)
  }
  const version = Number(ask('SELECT user_version FROM pragma_user_version'))
  if (version > migrations.length) {
    throw new DatabaseUnusable(
      `${path} was written by a newer version of this program. Start that version, or move the file away to start over.`,
    )
  }
  if (version === 0 && ask('SELECT count(*) FROM sqlite_schema') === 0) return
  try {
    if (version === 0) throw new Error('It has tables, but none that this program made.')
    const probe = probes[version - 1]
    if (probe !== undefined) db.exec(`${probe} LIMIT 0`)
  } catch (cause) {
    throw new DatabaseUnusable(
      `${path} belongs to another program. Move it away, and start the server again.`,
      { cause },
    )
  }
}

/**
 * Reads the contents without a change. SQLite writes nothing through a connection for reading but the
 * `-shm` file, which holds nothing. False when even that could not be made.
 */
function readContents(options: DatabaseOptions) {
  const { path } = options
  const hadShm = sizeOf(`${path}-shm`) !== undefined
  let db: DatabaseSyncInstance | undefined
  try {
    db = new DatabaseSync(path, { readOnly: true })
    checkContents(db, options)
    return true
  } catch (error) {
    if (error instanceof DatabaseUnusable) throw error
    if (isInUse(error)) throw new DatabaseInUse(path, { cause: error })
    const code = sqliteCode(error)
    if (code === CORRUPT || code === NOT_A_DATABASE) {
      throw new DatabaseUnusable(`${path} is damaged. ${PUT_BACK}`, { cause: error })
    }
    return false
  } finally {
    db?.close()
    if (!hadShm) rmSync(`${path}-shm`, { force: true })
  }
}

/**
 * Looks at a database before anything is changed in it. Throws DatabaseInUse when another process has it
 * and DatabaseUnusable, in a sentence, when it is unreadable, read-only, cut off, damaged, not of this
 * program or of a newer version, or when the files that make it up do not belong together.
 */
export function inspectDatabase(options: DatabaseOptions): Found {
  const { path } = options
  const fresh = { kind: 'new', empty: false, walMissing: false, checked: true } as const
  if (path === ':memory:') return fresh
  const wal = sizeOf(`${path}-wal`) ?? 0
  const size = sizeOf(path)
  mayUse(path)
  if (size !== undefined && !statSync(path).isFile()) {
    throw new DatabaseUnusable(`${path} is not a file. Move it away, and start again.`)
  }
  if (size === undefined || size === 0) {
    if (wal === 0) return { ...fresh, empty: size === 0 }
    const fault = size === 0 ? 'is empty' : 'is missing'
    throw new DatabaseUnusable(
      `${path} ${fault}, but ${path}-wal, which is part of it, is there. Put both back from one backup, or move ${path}-wal away to start over. Then start the server again.`,
    )
  }

  const { magic, pageSize, pages, usesWal } = readHeader(path)
  if (magic !== MAGIC) {
    throw new DatabaseUnusable(
      `${path} is not a database: it is damaged, or it belongs to another program. ${PUT_BACK}`,
    )
  }
  if (!usesWal && wal > 0) {
    throw new DatabaseUnusable(
      `${path}-wal does not belong to ${path}, which was closed without it. Move ${path}-wal away, and start again.`,
    )
  }
  if (wal === 0 && size < pageSize * pages) {
    throw new DatabaseUnusable(
      `${path} is cut off: ${size} of ${pageSize * pages} bytes are there. ${PUT_BACK}`,
    )
  }
  // What a transaction left behind when it was cut short can only be undone by writing.
  const unfinished = (sizeOf(`${path}-journal`) ?? 0) > 0
  return {
    kind: 'existing',
    empty: false,
    walMissing: usesWal && wal === 0,
    checked: !unfinished && readContents(options),
  }
}

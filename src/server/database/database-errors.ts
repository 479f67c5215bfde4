/** Another process holds the database: the operating system frees it when that process dies. */
export class DatabaseInUse extends Error {
  override name = 'DatabaseInUse'
}

/** A database that cannot be used as it is. The message is a sentence for people, with the remedy. */
export class DatabaseUnusable extends Error {
  override name = 'DatabaseUnusable'
}

const BUSY = 5
const LOCKED = 6
const READONLY = 8
const FULL = 13

const noRoom = new Set(['ENOSPC', 'EDQUOT'])
const noRoomNumbers = new Set([28, 122])

/** SQLite's primary number for what went wrong; undefined for any other error. */
export function sqliteCode(error: unknown) {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'errcode') : undefined
  return typeof code === 'number' ? code & 0xff : undefined
}

export function isInUse(error: unknown) {
  const code = sqliteCode(error)
  return code === BUSY || code === LOCKED
}

/** Whether something could not be written because there is no room for it. */
export function isOutOfRoom(error: unknown) {
  if (!(error instanceof Error)) return false
  if (sqliteCode(error) === FULL || noRoom.has(String(Reflect.get(error, 'code')))) return true
  return noRoomNumbers.has(Number(Reflect.get(error, 'systemErrno')))
}

/** Whether a database refused a change, with nothing of it stored: no room, or opened for reading only. */
export function storedNothing(error: unknown) {
  return isOutOfRoom(error) || sqliteCode(error) === READONLY
}

/** Why the database of this browser cannot be used at present. */
export type StorageFault =
  /** Another tab holds an older version of it open. */
  | 'blocked'
  /** It was asked and has not answered. */
  | 'slow'
  /** A newer version of the app has changed it. */
  | 'outdated'
  /** The browser refuses to open it. */
  | 'unavailable'
  /** There is no room left. It can still be read. */
  | 'full'

/** What a database that cannot be used rejects with. */
export class StorageFailure extends Error {
  readonly fault: StorageFault

  constructor(fault: StorageFault, cause?: unknown) {
    super(`The database is ${fault}.`, { cause })
    this.fault = fault
  }
}

/** Why a database could not be used, of whatever was thrown by it. */
export function faultOf(error: unknown): StorageFault {
  if (error instanceof StorageFailure) return error.fault
  return error instanceof DOMException && error.name === 'QuotaExceededError'
    ? 'full'
    : 'unavailable'
}

/** What is in the way, as a sentence, and what to do about it. */
export const explainFault: Record<StorageFault, string> = {
  blocked:
    'Another tab runs an older version of Batch Composer and blocks this browser’s storage. Close the other tabs. This one then continues automatically.',
  slow: 'This browser’s storage is not responding. We keep trying. If that does not help, restart the browser.',
  outdated:
    'A newer version of Batch Composer has changed this browser’s storage. Reload the page to continue.',
  unavailable:
    'This browser’s storage cannot be opened. We keep trying. If that does not help, allow this site to store data, or use another window.',
  full: 'This browser’s storage is full. Delete drafts you do not need, then try again.',
}

const lockOf = (draft: string) => `batch-composer.send.${draft}`

/**
 * Does something with a draft that no other window may do at the same time; null when one is at it.
 * `sure` is false where a browser has no locks (plain-http addresses): then nobody can tell.
 */
export async function withDraftLock<T>(
  draft: string,
  work: (sure: boolean) => Promise<T>,
): Promise<T | null> {
  if (!('locks' in navigator)) return work(false)
  return navigator.locks.request(lockOf(draft), { ifAvailable: true }, (lock) =>
    lock ? work(true) : null,
  )
}

const KEY = 'batch-composer.created'

/** Whether a batch was ever created from this browser. False where nothing can be stored. */
export function hasCreatedBefore() {
  try {
    return localStorage.getItem(KEY) !== null
  } catch {
    return false
  }
}

/** Remembers that a batch was created, so that the next visit starts at the list. */
export function rememberCreated() {
  try {
    localStorage.setItem(KEY, '1')
  } catch {
    // A browser that stores nothing starts every visit at the form, which is no loss.
  }
}

const ASKED = 'batch-composer.asked-to-persist'

/**
 * Asks the browser once not to throw the drafts away when space gets short. Some browsers ask their
 * user; plain-http pages and private windows cannot be given it.
 */
export function askToPersist() {
  try {
    if (!('storage' in navigator) || localStorage.getItem(ASKED) !== null) return
    localStorage.setItem(ASKED, '1')
    navigator.storage.persist().catch(() => false)
  } catch {
    // Whoever cannot remember having asked does not ask.
  }
}

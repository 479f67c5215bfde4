import { localStore } from './local-store.ts'

const ASKED = 'batch-composer.asked-to-persist'

/**
 * Asks the browser once not to throw the drafts away when space gets short. Some browsers ask their
 * user; plain-http pages and private windows cannot be given it.
 */
export function askToPersist() {
  if (!('storage' in navigator) || !('persist' in navigator.storage)) return
  // Whoever cannot remember having asked does not ask.
  if (localStore.readText(ASKED) !== null || !localStore.writeText(ASKED, '1')) return
  navigator.storage.persist().catch(() => false)
}

import { hasCreatedBefore } from '#storage/visits.ts'

/**
 * Gives `/` an address of its own: writing on a first visit, the list of batches once this browser has
 * created one. `prerendered` is the address whose form the page carries. Returns whether that form is
 * what the address now shows.
 */
export function settleAddress(prerendered: string): boolean {
  const { pathname, search } = location
  if (pathname === '/') {
    const home = hasCreatedBefore() ? prerendered.replace(/new$/, 'batches') : prerendered
    history.replaceState(null, '', home + search)
  }
  return location.pathname === prerendered
}

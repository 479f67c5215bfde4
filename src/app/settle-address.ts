import { hasCreatedBefore, openDraftAddress } from '#storage/visits.ts'

/**
 * Gives `/` an address of its own: the draft that was open last or, until this browser has created a
 * batch, a fresh form; the list of batches from then on. `prerendered` is the address whose form the
 * page carries. Returns whether that form is what the address now shows.
 */
export function settleAddress(prerendered: string): boolean {
  const { pathname, search } = location
  if (pathname === '/') {
    const home = homeAddress(prerendered)
    history.replaceState(null, '', home.includes('?') ? home : home + search)
  }
  return location.pathname === prerendered
}

function homeAddress(prerendered: string) {
  if (hasCreatedBefore()) return prerendered.replace(/new$/, 'batches')
  return openDraftAddress() ?? prerendered
}

import { Environment } from '#contract/environment.ts'
import { hasCreatedBefore, openDraftAddress } from '#storage/visits.ts'

/** The environment that an address is about, from its first part; null when it names none. */
export function environmentOf(path: string): Environment | null {
  const parsed = Environment.safeParse(path.split('/')[1])
  return parsed.success ? parsed.data : null
}

/**
 * Where switching to another environment leads: the form stays the form, so that its text comes along; a
 * batch or a list has no counterpart there, so it becomes the other environment's list. What is no list of batches
 * is the same there.
 */
export function inOtherEnvironment(path: string, search: string, to: Environment) {
  const [same] = /\/(?:new|drafts|import|templates)$/.exec(path) ?? ['/batches']
  const draft = same === '/new' ? new URLSearchParams(search).get('draft') : null
  return draft === null ? `/${to}${same}` : `/${to}/new?draft=${encodeURIComponent(draft)}`
}

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

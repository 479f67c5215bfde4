import type { Place } from '#contract/environment.ts'

const CREATED = 'batch-composer.created'
const OPEN_DRAFT = 'batch-composer.open-draft'
const workspaceKey = (place: Place) => `batch-composer.workspace.${place}`

/** Whether a batch was ever created from this browser. False where nothing can be stored. */
export function hasCreatedBefore() {
  return read(CREATED) !== null
}

/** Remembers that a batch was created, so that the next visit starts at the list. */
export function rememberCreated() {
  write(CREATED, '1')
}

/** The workspace whose batches were looked at last in a place; '' when there is none. */
export function lastWorkspace(place: Place) {
  return read(workspaceKey(place)) ?? ''
}

/** Remembers whose batches were looked at. */
export function rememberWorkspace(place: Place, workspaceId: string) {
  write(workspaceKey(place), workspaceId)
}

/** Remembers which draft was open last. */
export function rememberOpenDraft(place: Place, id: string) {
  write(OPEN_DRAFT, `${place}/${id}`)
}

/** The address of the draft that was open last and is not finished; null when there is none. */
export function openDraftAddress() {
  const [place, id] = (read(OPEN_DRAFT) ?? '').split('/')
  return place && id ? `/${place}/new?draft=${encodeURIComponent(id)}` : null
}

/** Whether a draft was begun and is the one that was open last. */
export function isOpenDraft(id: string) {
  return read(OPEN_DRAFT)?.endsWith(`/${id}`) ?? false
}

/** The draft was finished or deleted. */
export function forgetOpenDraft(id: string) {
  try {
    if (isOpenDraft(id)) localStorage.removeItem(OPEN_DRAFT)
  } catch {
    // Where nothing can be stored nothing was remembered.
  }
}

function read(key: string) {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string) {
  try {
    localStorage.setItem(key, value)
  } catch {
    // A browser that stores nothing starts every visit alike, which is no loss.
  }
}

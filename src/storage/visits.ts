import type { Environment } from '#contract/environment.ts'
import { localStore } from './local-store.ts'

const CREATED = 'batch-composer.created'
const FIRST_STEPS_HIDDEN = 'batch-composer.first-steps-hidden'
const OPEN_DRAFT = 'batch-composer.open-draft'
const workspaceKey = (environment: Environment) => `batch-composer.workspace.${environment}`

/** Whether a batch was ever created from this browser. False where nothing can be stored. */
export function hasCreatedBefore() {
  return localStore.readText(CREATED) !== null
}

/** Remembers that a batch was created, so that the next visit starts at the list. */
export function rememberCreated() {
  localStore.writeText(CREATED, '1')
}

/** The workspace whose batches were looked at last in an environment; '' when there is none. */
export function lastWorkspace(environment: Environment) {
  return localStore.readText(workspaceKey(environment)) ?? ''
}

/** Remembers whose batches were looked at. */
export function rememberWorkspace(environment: Environment, workspaceId: string) {
  localStore.writeText(workspaceKey(environment), workspaceId)
}

/** Remembers which draft was open last. */
export function rememberOpenDraft(environment: Environment, id: string) {
  localStore.writeText(OPEN_DRAFT, `${environment}/${id}`)
}

/** The address of the draft that was open last and is not finished; null when there is none. */
export function openDraftAddress() {
  const [place, id] = (localStore.readText(OPEN_DRAFT) ?? '').split('/')
  return place && id ? `/${place}/new?draft=${encodeURIComponent(id)}` : null
}

/** Whether a draft was begun and is the one that was open last. */
export function isOpenDraft(id: string) {
  return localStore.readText(OPEN_DRAFT)?.endsWith(`/${id}`) ?? false
}

/** The draft was finished or deleted. */
export function forgetOpenDraft(id: string) {
  if (isOpenDraft(id)) localStore.remove(OPEN_DRAFT)
}

/** Whether the way to a first batch is still worth showing: nobody hid it, and none was created here. */
export function needsFirstSteps() {
  // Where nothing could be remembered, it would come back every time.
  if (!localStore.isReadable()) return false
  return localStore.readText(FIRST_STEPS_HIDDEN) === null && !hasCreatedBefore()
}

/** Remembers that somebody does not want to see it again. */
export function hideFirstSteps() {
  localStore.writeText(FIRST_STEPS_HIDDEN, '1')
}

/** Takes that back. */
export function showFirstSteps() {
  localStore.remove(FIRST_STEPS_HIDDEN)
}

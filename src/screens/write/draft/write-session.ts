import { newId } from '#contract/new-id.ts'
import { createAutosave, type Autosave } from '#drafts/autosave/autosave.ts'
import type { DraftTexts } from '#drafts/store/draft-texts.ts'
import { isOpenDraft } from '#storage/visits.ts'

/** One opening of the form. */
export type WriteSession = {
  /** Of the draft that it is about. */
  id: string
  autosave: Autosave
  /** What is in the page before the form is. */
  typed: Partial<DraftTexts>
}

/**
 * Opens the draft that an address asks for or, when it asks for none, the one that this entry of the
 * browser's history had begun, or a fresh one. A fresh draft has an id before it is anything, so that
 * the very first key is found again after a reload.
 */
export function openSession(asked: string | null, typed: Partial<DraftTexts> = {}): WriteSession {
  if (asked !== null)
    return { id: asked, typed, autosave: createAutosave(asked, { mustExist: true }) }
  const id = idOfEntry() ?? newId()
  return { id, typed, autosave: createAutosave(id, { mayExist: isOpenDraft(id) }) }
}

/** Notes a fresh draft's id where a reload finds it and nobody sees it. */
export function noteInEntry({ id }: WriteSession) {
  if (idOfEntry() !== id) history.replaceState({ draft: id }, '')
}

function idOfEntry() {
  if (typeof history === 'undefined') return null
  const state: unknown = history.state
  const id = typeof state === 'object' && state !== null && 'draft' in state ? state.draft : null
  return typeof id === 'string' && id !== '' ? id : null
}

import type { DraftContent } from '#drafts/store/batch-edit.ts'
import type { DraftEnvelope } from '#drafts/store/draft-envelope.ts'
import type { KeptDraft } from '#drafts/store/read-draft.ts'
import type { StorageFault } from '#storage/storage-fault.ts'
import type { createSaveClock, createSlowWatch } from './save-clock.ts'
import type { UnloadBackup } from './unload-backup.ts'

export type SaveState =
  | { kind: 'untouched' }
  /** What is stored is still being fetched; `fault`: why it is not there yet. It is tried again. */
  | { kind: 'opening'; fault?: StorageFault }
  /** Said only of a save that somebody would notice. */
  | { kind: 'saving'; isLong: boolean }
  | { kind: 'saved'; at: number }
  /** Tried again until it works. `not-loaded`: what saves has not come from the server. */
  | { kind: 'failed'; reason: 'not-loaded' | StorageFault }
  /** Another tab stored something else under this draft while it was being changed here. */
  | { kind: 'conflict'; theirs: KeptDraft }
  /** Not to be written in: it became a batch, cannot be read, or (null) is not there. */
  | { kind: 'closed'; kept: KeptDraft | null }

/** The form whose draft is kept. */
export type AutosavedForm = {
  /** Makes the editors hand over what was typed last. */
  handOver: () => void
  read: () => DraftContent
  /** Puts a stored state into the form: on opening, or because another tab changed it. */
  take: (draft: DraftEnvelope, why: 'opened' | 'changed') => void
  /** The first key: from here on there is a draft. */
  begin: () => void
}

/** One state of a form. `whole`: it replaced everything, so the state before goes into the history. */
export type FormState = DraftContent & { whole: boolean }

/** What autosave knows of its draft, shared with the save loop that reaches the database. */
export type AutosaveContext = {
  readonly id: string
  /** This opening of the form, among all that wrote the draft. */
  readonly tab: string
  readonly backup: UnloadBackup | null
  /** Whether a copy of the draft is this opening's own, or the one that it began with. */
  isOwnCopy: (copy: UnloadBackup) => boolean
  form: AutosavedForm | null
  state: SaveState
  report: (state: SaveState) => void
  /** The number of the last stored state that is known; 0 when there is none. */
  rev: number
  /** The tabs of the copy that it began with, until it is known what of that copy is stored. */
  earlierTabs: string[]
  begun: boolean
  /** An address asks for this draft: when nothing is stored of it, it is missing. */
  mustExist: boolean
  changed: boolean
  /** States to be stored before the one that is in the form. */
  before: FormState[]
  /** The next state replaces everything, so the one before it goes into the history. */
  whole: boolean
  writing: boolean
  finished: boolean
  /** Whether something lies where the next visit would find it. */
  hasBackup: boolean
  clock: ReturnType<typeof createSaveClock>
  watch: ReturnType<typeof createSlowWatch>
  /** Asks for a save soon, as the form does. */
  schedule: (whole: boolean) => void
  sign: ((backup: Omit<UnloadBackup, 'sha'>) => string) | null
  leave: () => boolean
}

/** Whether there is something that may be written. */
export function mayWrite({ changed, finished, state }: AutosaveContext) {
  return changed && !finished && !['opening', 'conflict', 'closed'].includes(state.kind)
}

import { newId } from '#contract/new-id.ts'
import type { Place } from '#contract/place.ts'
import type { DraftEnvelope } from './draft-envelope.ts'
import type { Keeping } from './draft-keeping.ts'
import { isSameCopy, leaveBehind, leftoverOf, tabsOf, type Leftover } from './last-gasp.ts'
import type { KeptDraft } from './read-draft.ts'
import { createSaveClock } from './save-clock.ts'
import { createSlowWatch } from './slow-watch.ts'
import type { StorageFault } from './storage-fault.ts'
import { blankTexts, isBlank, type DraftTexts } from './stored-draft.ts'
import { typedMeanwhile } from './typed-meanwhile.ts'

export type SaveState =
  | { kind: 'untouched' }
  /** What is stored is still being fetched; `fault`: why it is not there yet. It is tried again. */
  | { kind: 'opening'; fault?: StorageFault }
  /** Said only of a save that somebody would notice. */
  | { kind: 'saving'; isLong: boolean }
  | { kind: 'saved'; at: number }
  /** Tried again until it works. `not-loaded`: what saves has not come from the server. */
  | { kind: 'failed'; reason: 'full' | 'not-loaded' | StorageFault }
  /** Another tab stored something else under this draft while it was being changed here. */
  | { kind: 'conflict'; theirs: KeptDraft }
  /** Not to be written in: it became a batch, cannot be read, or (null) is not there. */
  | { kind: 'closed'; kept: KeptDraft | null }

/** The form whose draft is kept. */
export type KeptForm = {
  /** Makes the editors hand over what was typed last. */
  handOver: () => void
  read: () => { place: Place; texts: DraftTexts }
  /** Puts a stored state into the form: on opening, or because another tab changed it. */
  take: (draft: DraftEnvelope, why: 'opened' | 'changed') => void
  /** The first key: from here on there is a draft. */
  begin: () => void
}

/** One state of a form. `whole`: it replaced everything, so the state before goes into the history. */
export type FormState = ReturnType<KeptForm['read']> & { whole: boolean }

/** What a keeper knows of its draft, shared with what reaches the database for it. */
export type Desk = {
  readonly id: string
  /** This opening of the form, among all that wrote the draft. */
  readonly tab: string
  readonly leftover: Leftover | null
  /** Whether a copy of the draft is this opening's own, or the one that it began with. */
  isOwnCopy: (copy: Leftover) => boolean
  form: KeptForm | null
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
  leftBehind: boolean
  clock: ReturnType<typeof createSaveClock>
  watch: ReturnType<typeof createSlowWatch>
  /** Asks for a save soon, as the form does. */
  schedule: (whole: boolean) => void
  sign: ((leftover: Omit<Leftover, 'sha'>) => string) | null
  leave: () => boolean
}

export type DraftKeeper = ReturnType<typeof createDraftKeeper>

/**
 * Keeps one draft: 300 ms after the last change, at most 2 s after the first one, in the database, and
 * at the closing of the page also where it can be written at once. The state it reports is what the
 * storage answered, never a hope. What reaches the database comes after the first paint.
 * `mustExist`: an address asks for this draft. `mayExist`: it was begun, so what is stored is waited for.
 */
export function createDraftKeeper(id: string, { mustExist = false, mayExist = false } = {}) {
  const left = leftoverOf(id)
  const leftover = left?.partial ? null : left
  const listeners = new Set<() => void>()
  const desk: Desk = {
    id,
    leftover,
    tab: newId(),
    isOwnCopy: (copy) => copy.tab === desk.tab || (left !== null && isSameCopy(copy, left)),
    form: null,
    state: leftover
      ? { kind: 'saved', at: leftover.at }
      : { kind: mustExist || mayExist ? 'opening' : 'untouched' },
    report: (state) => {
      if (state.kind !== 'saving') desk.watch.stop()
      desk.state = state
      for (const listener of listeners) listener()
    },
    rev: leftover?.base ?? 0,
    earlierTabs: leftover ? tabsOf(leftover) : [],
    begun: mustExist || leftover !== null,
    mustExist,
    changed: leftover?.saved === false,
    before: [],
    whole: false,
    writing: false,
    finished: false,
    leftBehind: left !== null,
    clock: createSaveClock(() => flush()),
    watch: createSlowWatch((isLong) => {
      // What is known to be wrong stays said until it is known to be right.
      const isQuiet = ['untouched', 'saving', 'saved'].includes(desk.state.kind)
      if (isQuiet && (desk.writing || mayWrite(desk))) desk.report({ kind: 'saving', isLong })
    }),
    schedule: (whole) => schedule(desk, whole),
    sign: null,
    leave: () => leave(desk),
  }

  let loaded: Promise<Keeping> | undefined
  const keeping = () => {
    loaded ??= import('./draft-keeping.ts').then(
      ({ createKeeping }) => createKeeping(desk),
      (error: unknown) => {
        loaded = undefined
        if (mayWrite(desk)) {
          desk.report({ kind: 'failed', reason: 'not-loaded' })
          desk.leave()
        }
        desk.clock.retry()
        throw error
      },
    )
    return loaded
  }
  /** Begins to write what is not written yet. */
  const flush = () => {
    if (mayWrite(desk)) desk.watch.start()
    keeping().then(
      ({ write }) => write(),
      () => undefined,
    )
  }

  return {
    id,
    leftover,
    /** What was typed by an earlier visit, before the stored state had come. */
    typed: left?.partial ? typedMeanwhile(left.texts, blankTexts) : {},
    keeping,
    flush,
    leave: desk.leave,
    /** Begins to keep what is in a form; returns how to stop, which saves once more. */
    start: (form: KeptForm) => {
      desk.form = form
      let stop: (() => void) | undefined
      let stopped = false
      const begin = async () => {
        const { follow } = await keeping()
        if (!stopped) stop = follow()
      }
      // What failed was reported.
      begin().catch(() => undefined)
      return () => {
        stopped = true
        stop?.()
        form.handOver()
        if (desk.changed) desk.leave()
        flush()
      }
    },
    /** Asks for a save soon. `whole`: everything was replaced, so the state before goes into the history. */
    schedule: desk.schedule,
    /** What is in the form becomes a state of its own, before everything in it is replaced. */
    keepState: () => {
      // What is being written may yet fail.
      if (!(desk.changed || desk.writing) || !desk.form) return
      desk.before.push({ ...desk.form.read(), whole: desk.whole })
      desk.whole = false
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    state: () => desk.state,
  }
}

/** Whether there is something that may be written. */
export function mayWrite({ changed, finished, state }: Desk) {
  return changed && !finished && !['opening', 'conflict', 'closed'].includes(state.kind)
}

function schedule(desk: Desk, whole: boolean) {
  const { form, finished, begun, state } = desk
  if (finished || !form) return
  if (state.kind === 'opening') {
    // It goes in with the draft, once that is there; and the page may go before.
    desk.leave()
    return
  }
  // First of all: what throws below must not keep a change from being stored.
  desk.changed = true
  desk.whole ||= whole
  desk.clock.wish()
  if (!begun && !isBlank(form.read().texts)) {
    desk.begun = true
    form.begin()
  }
}

/** Leaves the draft where the next visit finds it. False when it could not, for lack of room above all. */
function leave(desk: Desk) {
  const { id, tab, rev, leftover, earlierTabs, form, state, finished, changed, writing } = desk
  const content = state.kind === 'closed' ? null : readSafely(form)
  if (content === 'unread') return false
  if (finished || !content || (rev === 0 && isBlank(content.texts))) return true
  const saved = !changed && !writing && state.kind === 'saved'
  const copy: Omit<Leftover, 'sha'> = {
    id,
    base: rev,
    saved,
    tab,
    at: saved ? state.at : Date.now(),
    ...content,
    ...(state.kind === 'opening' && { partial: true }),
    ...(earlierTabs.length > 0 && { earlierTabs }),
    ...(leftover?.name !== undefined && { name: leftover.name }),
  }
  const kept = leaveBehind({ ...copy, sha: desk.sign?.(copy) }, desk.isOwnCopy)
  desk.leftBehind = true
  return kept
}

function readSafely(form: KeptForm | null) {
  try {
    return form?.read()
  } catch {
    return 'unread'
  }
}

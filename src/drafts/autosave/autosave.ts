import { mayWrite, type Desk, type KeptForm } from './autosave-state.ts'
import { newId } from '#contract/new-id.ts'
import { createListeners } from '#storage/listeners.ts'
import type { Keeping } from './save-loop.ts'
import { isSameCopy, leaveBehind, leftoverOf, tabsOf, type Leftover } from './unload-backup.ts'
import { createSaveClock, createSlowWatch } from './save-clock.ts'
import { holdsNothing } from '#drafts/store/batch-edit.ts'
import { blankTexts, typedMeanwhile } from '#drafts/store/stored-draft.ts'
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
  const { subscribe, tell } = createListeners()
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
      tell()
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
    loaded ??= import('./save-loop.ts').then(
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
    subscribe,
    state: () => desk.state,
  }
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
  if (!begun && !holdsNothing(form.read())) {
    desk.begun = true
    form.begin()
  }
}

/** Leaves the draft where the next visit finds it. False when it could not, for lack of room above all. */
function leave(desk: Desk) {
  const { id, tab, rev, leftover, earlierTabs, form, state, finished, changed, writing } = desk
  const content = state.kind === 'closed' ? null : readSafely(form)
  if (content === 'unread') return false
  if (finished || !content || (rev === 0 && holdsNothing(content))) return true
  const saved = !changed && !writing && state.kind === 'saved'
  const { place, texts, of } = content
  const copy: Omit<Leftover, 'sha'> = {
    id,
    base: rev,
    saved,
    tab,
    at: saved ? state.at : Date.now(),
    place,
    texts,
    ...(of && { of }),
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

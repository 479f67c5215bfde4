import { mayWrite, type AutosaveContext, type AutosavedForm } from './autosave-context.ts'
import { newId } from '#contract/new-id.ts'
import { createListeners } from '#storage/listeners.ts'
import type { SaveLoop } from './save-loop.ts'
import {
  isSameCopy,
  writeBackup,
  latestBackup,
  tabsOf,
  type UnloadBackup,
} from './unload-backup.ts'
import { createSaveClock, createSlowWatch } from './save-clock.ts'
import { holdsNothing } from '#drafts/store/batch-edit.ts'
import { blankTexts, typedMeanwhile } from '#drafts/store/draft-texts.ts'
export type Autosave = ReturnType<typeof createAutosave>

/**
 * Keeps one draft: 300 ms after the last change, at most 2 s after the first one, in the database, and
 * at the closing of the page also where it can be written at once. The state it reports is what the
 * storage answered, never a hope. What reaches the database comes after the first paint.
 * `mustExist`: an address asks for this draft. `mayExist`: it was begun, so what is stored is waited for.
 */
export function createAutosave(id: string, { mustExist = false, mayExist = false } = {}) {
  const left = latestBackup(id)
  const backup = left?.partial ? null : left
  const { subscribe, tell } = createListeners()
  const context: AutosaveContext = {
    id,
    backup,
    tab: newId(),
    isOwnCopy: (copy) => copy.tab === context.tab || (left !== null && isSameCopy(copy, left)),
    form: null,
    state: backup
      ? { kind: 'saved', at: backup.at }
      : { kind: mustExist || mayExist ? 'opening' : 'untouched' },
    report: (state) => {
      if (state.kind !== 'saving') context.watch.stop()
      context.state = state
      tell()
    },
    rev: backup?.base ?? 0,
    earlierTabs: backup ? tabsOf(backup) : [],
    begun: mustExist || backup !== null,
    mustExist,
    changed: backup?.saved === false,
    before: [],
    whole: false,
    writing: false,
    finished: false,
    hasBackup: left !== null,
    clock: createSaveClock(() => flush()),
    watch: createSlowWatch((isLong) => {
      // What is known to be wrong stays said until it is known to be right.
      const isQuiet = ['untouched', 'saving', 'saved'].includes(context.state.kind)
      if (isQuiet && (context.writing || mayWrite(context)))
        context.report({ kind: 'saving', isLong })
    }),
    schedule: (whole) => schedule(context, whole),
    sign: null,
    leave: () => leave(context),
  }

  let loaded: Promise<SaveLoop> | undefined
  const saveLoop = () => {
    loaded ??= import('./save-loop.ts').then(
      ({ createSaveLoop }) => createSaveLoop(context),
      (error: unknown) => {
        loaded = undefined
        if (mayWrite(context)) {
          context.report({ kind: 'failed', reason: 'not-loaded' })
          context.leave()
        }
        context.clock.retry()
        throw error
      },
    )
    return loaded
  }
  /** Begins to write what is not written yet. */
  const flush = () => {
    if (mayWrite(context)) context.watch.start()
    saveLoop().then(
      ({ write }) => write(),
      () => undefined,
    )
  }

  return {
    id,
    backup,
    /** What was typed by an earlier visit, before the stored state had come. */
    typed: left?.partial ? typedMeanwhile(left.texts, blankTexts) : {},
    saveLoop,
    flush,
    leave: context.leave,
    /** Begins to keep what is in a form; returns how to stop, which saves once more. */
    start: (form: AutosavedForm) => {
      context.form = form
      let stop: (() => void) | undefined
      let stopped = false
      const begin = async () => {
        const { follow } = await saveLoop()
        if (!stopped) stop = follow()
      }
      // What failed was reported.
      begin().catch(() => undefined)
      return () => {
        stopped = true
        stop?.()
        form.handOver()
        if (context.changed) context.leave()
        flush()
      }
    },
    /** Asks for a save soon. `whole`: everything was replaced, so the state before goes into the history. */
    schedule: context.schedule,
    /** What is in the form becomes a state of its own, before everything in it is replaced. */
    keepState: () => {
      // What is being written may yet fail.
      if (!(context.changed || context.writing) || !context.form) return
      context.before.push({ ...context.form.read(), whole: context.whole })
      context.whole = false
    },
    subscribe,
    state: () => context.state,
  }
}

function schedule(context: AutosaveContext, whole: boolean) {
  const { form, finished, begun, state } = context
  if (finished || !form) return
  if (state.kind === 'opening') {
    // It goes in with the draft, once that is there; and the page may go before.
    context.leave()
    return
  }
  // First of all: what throws below must not keep a change from being stored.
  context.changed = true
  context.whole ||= whole
  context.clock.wish()
  if (!begun && !holdsNothing(form.read())) {
    context.begun = true
    form.begin()
  }
}

/** Leaves the draft where the next visit finds it. False when it could not, for lack of room above all. */
function leave(context: AutosaveContext) {
  const { id, tab, rev, backup, earlierTabs, form, state, finished, changed, writing } = context
  const content = state.kind === 'closed' ? null : readSafely(form)
  if (content === 'unread') return false
  if (finished || !content || (rev === 0 && holdsNothing(content))) return true
  const saved = !changed && !writing && state.kind === 'saved'
  const { place: environment, texts, of } = content
  const copy: Omit<UnloadBackup, 'sha'> = {
    id,
    base: rev,
    saved,
    tab,
    at: saved ? state.at : Date.now(),
    place: environment,
    texts,
    ...(of && { of }),
    ...(state.kind === 'opening' && { partial: true }),
    ...(earlierTabs.length > 0 && { earlierTabs }),
    ...(backup?.name !== undefined && { name: backup.name }),
  }
  const kept = writeBackup({ ...copy, sha: context.sign?.(copy) }, context.isOwnCopy)
  context.hasBackup = true
  return kept
}

function readSafely(form: AutosavedForm | null) {
  try {
    return form?.read()
  } catch {
    return 'unread'
  }
}

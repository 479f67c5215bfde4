import {
  mayWrite,
  type AutosaveContext,
  type FormState,
  type AutosavedForm,
} from './autosave-context.ts'
import { signBackup } from './sign-backup.ts'
import { onDraftChange } from '#drafts/store/draft-changes.ts'
import type { Environment } from '#contract/environment.ts'
import { adoptBackups } from './adopt-backups.ts'
import { holdsNothing } from '#drafts/store/batch-edit.ts'
import { sameContent, type DraftEnvelope } from '#drafts/store/draft-envelope.ts'
import { markCreated, readDraft, removeState } from '#drafts/store/drafts.ts'
import { dropBackups, tabsOf } from './unload-backup.ts'
import { guardLeaving } from '#storage/leave-guard.ts'
import { askToPersist } from '#storage/persistence.ts'
import { RETRY_MS, LONG_MS } from './save-clock.ts'
import { saveDraft } from './save-draft.ts'
import { waysOutOfConflict } from './settle-conflict.ts'
import { faultOf, StorageFailure } from '#storage/storage-fault.ts'
import { forgetOpenDraft } from '#storage/visits.ts'

export type SaveLoop = ReturnType<typeof createSaveLoop>

/** What autosave does with the database, loaded after the first paint. */
export function createSaveLoop(context: AutosaveContext) {
  const { id, tab, backup, clock, report } = context
  context.sign = signBackup
  /** The stored state that the form builds on. */
  let base: DraftEnvelope | null = null
  let writing: Promise<void> | null = null

  const buildOn = (draft: DraftEnvelope) => {
    base = draft
    context.earlierTabs = []
    context.rev = draft.rev
    context.begun = true
  }
  const drop = () => {
    if (context.hasBackup) dropBackups(id, context.isOwnCopy)
    context.hasBackup = false
  }

  /** Says why what is written is not stored, and leaves it where it can be written at once. */
  const fail = (error: unknown) => {
    const reason = faultOf(error)
    // It is not refused, and may still come.
    if (reason === 'slow') report({ kind: 'saving', isLong: true })
    else report({ kind: 'failed', reason })
    context.leave()
    return reason === 'full'
  }

  /** Stores one state and reports it; says what was in the way. */
  const store = async ({
    whole,
    ...content
  }: FormState): Promise<'stored' | 'no room' | 'stuck'> => {
    try {
      const known =
        base && sameContent(base, { ...base, ...content, of: content.of ?? null }) ? base : null
      if (known) {
        report({ kind: 'saved', at: known.updatedAt })
        return 'stored'
      }
      if (!base && holdsNothing(content)) {
        // A draft that was never stored is nothing to come back to.
        context.begun = false
        forgetOpenDraft(id)
        report({ kind: 'untouched' })
        return 'stored'
      }
      context.watch.start()
      // Only the first save can be of what was left behind; by then the tab that left it may be back.
      const after = base === null && backup && { tabs: tabsOf(backup), rev: backup.base }
      const change = { ...content, id, base, tab, keepPrevious: whole, name: backup?.name }
      const result = await saveDraft(after ? { ...change, after } : change)
      if (result.kind === 'conflict') {
        report(result)
        return 'stuck'
      }
      buildOn(result.draft)
      report({ kind: 'saved', at: result.draft.updatedAt })
      askToPersist()
      return 'stored'
    } catch (error) {
      return fail(error) ? 'no room' : 'stuck'
    }
  }

  /**
   * Stores states in their order. One that there is no room for is left out, so that it does not hold
   * up a smaller one; anything else in the way keeps all of them waiting.
   */
  const storeAll = async (states: readonly FormState[]) => {
    const [first, next, ...rest] = states
    if (!first) {
      if (!context.changed && context.state.kind !== 'failed') drop()
      return
    }
    const outcome = await store(first)
    if (outcome === 'stored') return storeAll(states.slice(1))
    if (next && outcome === 'no room') {
      return storeAll([{ ...next, whole: next.whole || first.whole }, ...rest])
    }
    context.before.unshift(...states.slice(0, -1))
    context.whole ||= states.at(-1)?.whole ?? false
    context.changed = true
  }

  /** What is in the form; null, after saying that it is not saved, when that cannot be told. */
  const present = (form: AutosavedForm) => {
    try {
      return form.read()
    } catch {
      report({ kind: 'failed', reason: 'unavailable' })
      clock.retry()
      return null
    }
  }

  /** Writes what is not written yet, one write at a time. */
  const write = async () => {
    clock.stop()
    if (writing) {
      await writing
      // What came meanwhile has its own time.
      if (clock.runs()) return
    }
    if (!mayWrite(context) || !context.form) return
    const now = present(context.form)
    if (!now) return
    const states = [...context.before, { ...now, whole: context.whole }]
    context.before = []
    context.changed = false
    context.whole = false
    context.writing = true
    writing = storeAll(states)
    try {
      await writing
    } finally {
      writing = null
      context.writing = false
    }
    // Room comes back without a word: browsers count for a while what they have refused.
    if (context.changed && ['failed', 'saving'].includes(context.state.kind)) clock.retry()
  }

  /** Compares with what is stored: at the beginning, and whenever another tab has stored something. */
  const look = async () => {
    const before = base
    const kept = await readDraft(id)
    // What was written here meanwhile is newer than what was read.
    if (writing || base !== before || context.finished || context.state.kind === 'closed') return
    // Somebody decides about the latest of the other texts.
    if (context.state.kind === 'conflict') {
      if (kept) report({ kind: 'conflict', theirs: kept })
      return
    }
    context.form?.handOver()
    const { changed } = context
    if (kept?.kind === 'readable' && !kept.draft.batch) {
      const known = base?.['sha'] === kept.draft['sha']
      const wasLeft = base === null && backup?.base === kept.draft.rev
      if (known || wasLeft) buildOn(kept.draft)
      else if (!changed) open(kept.draft)
      // What was typed before it came is on top of it by now.
      if (!context.changed) drop()
    } else if (!changed && (kept || base || backup || context.mustExist)) {
      report({ kind: 'closed', kept })
    } else if (context.state.kind === 'opening') {
      report({ kind: 'untouched' })
      context.schedule(false)
    }
    // What was left behind is stored before the next key.
    if (context.changed && context.hasBackup) await write()
  }

  const open = (draft: DraftEnvelope) => {
    const why = base === null && !backup ? 'opened' : 'changed'
    buildOn(draft)
    report({ kind: 'saved', at: draft.updatedAt })
    context.form?.take(draft, why)
  }

  /** Asked before the page is left. */
  const atRisk = () => {
    if (context.finished) return false
    context.form?.handOver()
    if (context.state.kind === 'conflict' || context.state.kind === 'failed') return true
    return (context.changed || context.writing) && !context.leave()
  }

  /** What is stored could not be looked at. What is here and safe stays safe. */
  const hindered = (error: unknown) => {
    if (context.state.kind === 'opening') report({ kind: 'opening', fault: faultOf(error) })
    else if (mayWrite(context) && !writing) {
      fail(error)
      clock.retry()
    }
  }

  /** The last state is written, and nothing after it. False where it is not this form's. */
  const end = async (how: () => Promise<unknown>) => {
    context.form?.handOver()
    await write()
    await writing
    context.finished = true
    // After a conflict, what is stored is the other tab's text: nothing became of that.
    const isOurs = context.state.kind !== 'conflict'
    if (isOurs) await how()
    drop()
    return isOurs
  }

  const waysOut = waysOutOfConflict(context, { buildOn, write })

  let stopped = false
  let next: ReturnType<typeof setTimeout> | undefined
  /** Looks until it could be seen what is stored, and sees to what other closed pages left then. */
  const begin = async () => {
    const late = setTimeout(() => hindered(new StorageFailure('slow')), LONG_MS)
    try {
      await look()
    } catch (error) {
      hindered(error)
      if (!stopped) next = setTimeout(() => void begin(), RETRY_MS)
      return
    } finally {
      clearTimeout(late)
    }
    await adoptBackups(id)
  }

  const turn = () => {
    // A page that slept has not heard the other tabs.
    if (document.visibilityState === 'visible') return look().catch(hindered)
    context.form?.handOver()
    return write()
  }
  const turned = () => void turn()

  return {
    write,
    /** Follows what happens to the draft elsewhere; returns how to stop. */
    follow: () => {
      void begin()
      const stopListening = onDraftChange((changedId) => {
        if (changedId === id && !writing) look().catch(hindered)
        // Whatever went may have made room.
        else if (context.state.kind === 'failed') void write()
      })
      document.addEventListener('visibilitychange', turned)
      const stopGuarding = guardLeaving(atRisk)
      return () => {
        stopped = true
        clearTimeout(next)
        stopListening()
        document.removeEventListener('visibilitychange', turned)
        stopGuarding()
      }
    },
    ...waysOut,
    /** Lets the draft go: it has become a batch. */
    finish: async (batch: { place: Environment; id: string }) => {
      const ended = await end(() => markCreated(id, batch))
      if (ended) report({ kind: 'closed', kept: await readDraft(id) })
    },
    /** Lets the draft go: what it says is stored elsewhere, or it says nothing. */
    remove: async () => {
      await end(async () => base && removeState(base))
      // Copies of what had been stored before would open a draft that is not there.
      dropBackups(id, ({ saved }) => saved)
    },
  }
}

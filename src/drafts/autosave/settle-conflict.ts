import type { DraftEnvelope } from '#drafts/store/draft-envelope.ts'
import type { AutosaveContext } from './autosave-context.ts'

type SaveLoopParts = {
  /** Takes a stored state for the one that the form builds on. */
  buildOn: (draft: DraftEnvelope) => void
  /** Writes what is not written yet. */
  write: () => Promise<void>
}

/** What somebody can decide when another window stored something else. Nothing is stored before. */
export function waysOutOfConflict(context: AutosaveContext, { buildOn, write }: SaveLoopParts) {
  const { report } = context
  const isSaved = () => context.state.kind === 'saved'

  const keepMine = async () => {
    if (context.state.kind !== 'conflict' || context.state.theirs.kind !== 'readable') return false
    const { draft } = context.state.theirs
    buildOn(draft)
    context.changed = true
    // The first state that is stored now replaces theirs.
    const [first = context] = context.before
    first.whole = true
    report({ kind: 'saved', at: draft.updatedAt })
    await write()
    return isSaved()
  }

  return {
    /** The text of this form stands; the other one goes into the history. False when it could not. */
    keepMine,
    /** The other text stands; the one of this form goes into the history. False when it could not. */
    takeTheirs: async () => {
      if (context.state.kind !== 'conflict') return false
      const { theirs } = context.state
      if (theirs.kind !== 'readable' || theirs.draft.batch) {
        context.changed = false
        report({ kind: 'closed', kept: theirs })
        return true
      }
      if (!(await keepMine())) return false
      context.form?.take(theirs.draft, 'changed')
      context.changed = true
      context.whole = true
      await write()
      return isSaved()
    },
  }
}

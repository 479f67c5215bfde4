import { announceDraftChange } from '#drafts/store/draft-changes.ts'
import { hasMembers } from '#contract/json-value.ts'
import {
  nextEnvelope,
  sameContent,
  type DraftEnvelope,
  type NextState,
} from '#drafts/store/draft-envelope.ts'
import { changeDraft, type DraftChange, type Present } from '#drafts/store/draft-rows.ts'
import { readKept, seal, type KeptDraft } from '#drafts/store/read-draft.ts'

/** A draft gets a state into its history this often while it is written in. */
const HISTORY_MS = 5 * 60_000
const MOST_REVISIONS = 20

export type DraftSave = NextState & {
  /** The stored state that this one builds on; null for a draft that was not stored yet. */
  base: DraftEnvelope | null
  /** Puts the state before this one into the history: everything was replaced at once. */
  keepPrevious?: boolean
  /** For what a closed page left behind: the tabs it was written in, and the last state they knew of. */
  after?: { tabs: readonly string[]; rev: number }
}

export type SaveResult =
  | { kind: 'saved'; draft: DraftEnvelope }
  /** Something else was stored meanwhile, which is left as it is. */
  | { kind: 'conflict'; theirs: KeptDraft }

/**
 * Stores the next state of a draft, if what is stored is still what it builds on. Resolves once it is
 * written; rejects when it cannot be, for lack of room above all. What a closed page left behind is on the
 * disk by then, because that copy goes.
 */
export async function saveDraft(save: DraftSave): Promise<SaveResult> {
  const decide = ({ stored, revisions }: Present): DraftChange<SaveResult> => {
    if (stored === undefined || isState(stored, save.base)) {
      return nextState(save, save.base, revisions)
    }
    const kept = readKept(stored)
    if (kept.kind === 'readable' && buildsOn(save, kept.draft)) {
      return nextState(save, kept.draft, revisions)
    }
    return { result: { kind: 'conflict', theirs: kept } }
  }
  const result = await changeDraft(save.id, decide, save.after ? 'strict' : 'default')
  if (result.kind === 'saved') announceDraftChange(save.id)
  return result
}

/** Told by the checksum alone, which costs no work that grows with the text. */
function isState(stored: unknown, base: DraftEnvelope | null) {
  return hasMembers(stored) && base !== null && stored['sha'] === base['sha']
}

function buildsOn(
  { base, after, texts, place: environment, of }: DraftSave,
  stored: DraftEnvelope,
) {
  if (sameContent(stored, { ...stored, texts, place: environment, of: of ?? stored.of }))
    return true
  if (after && (after.tabs.includes(stored.tab) || stored.rev === after.rev)) return true
  if (stored.batch && !base?.batch) return false
  // A name that was given elsewhere is no change of what is written here.
  return base !== null && sameContent(base, { ...stored, name: base.name, batch: base.batch })
}

function nextState(
  save: DraftSave,
  previous: DraftEnvelope | null,
  revisions: number[],
): DraftChange<SaveResult> {
  const now = Date.now()
  const isDue = previous && (save.keepPrevious || now - previous.historyAt >= HISTORY_MS)
  const keep = isDue ? [seal(previous)] : []
  const next = nextEnvelope(previous, save, now)
  const draft = seal(isDue ? { ...next, historyAt: now } : next)
  const newestFirst = revisions.toSorted((a, b) => b - a)
  return {
    result: { kind: 'saved', draft },
    put: draft,
    keep,
    drop: newestFirst.slice(MOST_REVISIONS - keep.length),
  }
}

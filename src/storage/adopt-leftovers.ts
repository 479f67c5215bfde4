import { adoptFirstDraft } from './adopt-first-draft.ts'
import { draftTitle } from './draft-envelope.ts'
import { readDraft, storeNewDraft } from './drafts.ts'
import { allLeftovers, dropLeftovers, isSameCopy, tabsOf, type Leftover } from './last-gasp.ts'
import { saveDraft } from './save-draft.ts'
import { signLeftover } from './sign-leftover.ts'
import { blankTexts, isBlank } from './stored-draft.ts'
import { typedMeanwhile } from './typed-meanwhile.ts'

/**
 * Brings what closed pages, and the first version of the app, left in local storage into the database.
 * It stays where it is until it is stored there. `except` is the draft that a form sees to itself.
 */
export async function adoptLeftovers(except?: string) {
  await adoptFirstDraft().catch(() => undefined)
  for (const leftover of allLeftovers()) {
    // One after the other, because each may be long and nobody waits for them.
    // oxlint-disable-next-line no-await-in-loop
    if (leftover.id !== except) await adopt(leftover)
  }
}

async function adopt(leftover: Leftover) {
  try {
    if (!leftover.saved && !(await becameNext(leftover))) {
      const { place, texts, name = draftTitle({ name: '', texts }) } = leftover
      await storeNewDraft({ name: `${name} (recovered)`, place, texts })
    }
    // The page that left it may have left another one since.
    dropLeftovers(leftover.id, (copy) => isSameCopy(copy, leftover))
  } catch {
    // No room, or no database: the next visit finds it again.
  }
}

/** Stores it as the next state of its draft; false when that is another one by now, or it is damaged. */
async function becameNext(leftover: Leftover) {
  const { id, base, tab, place, texts, name, sha } = leftover
  if (sha !== undefined && sha !== signLeftover(leftover)) return false
  if (leftover.partial) return isBlank(texts) || addedToStored(leftover)
  const after = { tabs: tabsOf(leftover), rev: base }
  const saved = await saveDraft({ id, tab, place, texts, name, base: null, after })
  return saved.kind === 'saved'
}

/** Puts what was typed before its draft had come on top of it, as the form does. */
async function addedToStored({ id, tab, texts }: Leftover) {
  const kept = await readDraft(id)
  if (kept?.kind !== 'readable' || kept.draft.batch) return false
  const { draft } = kept
  const next = { ...blankTexts, ...draft.texts, ...typedMeanwhile(texts, draft.texts) }
  const after = { tabs: [tab], rev: draft.rev }
  const state = { id, tab, place: draft.place, texts: next, base: draft, after }
  const saved = await saveDraft({ ...state, keepPrevious: true })
  return saved.kind === 'saved'
}

import { adoptFirstDraft } from './adopt-first-draft.ts'
import { checksum } from './checksum.ts'
import { draftTitle } from './draft-envelope.ts'
import { addDraft } from './drafts.ts'
import { dropLeftover, leftoverIds, leftoverOf, type Leftover } from './last-gasp.ts'
import { saveDraft } from './save-draft.ts'
import { DraftTexts } from './stored-draft.ts'

/**
 * Brings what closed pages, and the first version of the app, left in local storage into the database.
 * It stays where it is when it cannot be stored. `except` is the draft that a form sees to itself.
 */
export async function adoptLeftovers(except?: string) {
  await adoptFirstDraft().catch(() => undefined)
  for (const id of leftoverIds()) {
    // One after the other, because each may be long and nobody waits for them.
    // oxlint-disable-next-line no-await-in-loop
    if (id !== except) await adopt(id)
  }
}

async function adopt(id: string) {
  const leftover = leftoverOf(id)
  if (!leftover) return
  try {
    if (!leftover.saved && !(await becameNext(leftover))) {
      const { place, texts } = leftover
      await addDraft({ name: `${draftTitle({ name: '', texts })} (recovered)`, place, texts })
    }
    dropLeftover(id)
  } catch {
    // No room: the next visit finds it again.
  }
}

/** Stores it as the next state of its draft; false when that is another one by now, or it is damaged. */
async function becameNext(leftover: Leftover) {
  const { id, base, tab, place, texts, sha } = leftover
  if (sha !== undefined && sha !== signLeftover(leftover)) return false
  const saved = await saveDraft({ id, tab, place, texts, base: null, after: { tab, rev: base } })
  return saved.kind === 'saved'
}

/** The checksum of what is left behind. */
export function signLeftover({ id, base, place, texts }: Omit<Leftover, 'sha'>) {
  return checksum(JSON.stringify([id, base, place, DraftTexts.parse(texts)]))
}

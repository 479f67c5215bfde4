import { editTitle, holdsNothing, type EditOf } from '#drafts/store/batch-edit.ts'
import { draftTitle, type DraftEnvelope } from '#drafts/store/draft-envelope.ts'
import type { KeptDraft } from '#drafts/store/read-draft.ts'

export type UnreadableDraft = Exclude<KeptDraft, { kind: 'readable' }>

/** A draft that changes a stored batch. */
export type ChangeDraft = DraftEnvelope & { of: EditOf }

export type ArrangedDrafts = {
  /** What can be written on, the last changed first. */
  open: DraftEnvelope[]
  /** What became a batch. */
  done: DraftEnvelope[]
  /** What changes the texts of a stored batch, and was not saved there. */
  changes: ChangeDraft[]
  unreadable: UnreadableDraft[]
}

/** The drafts in the groups of the screen, those that have all the words in what they say. */
export function arrangeDrafts(kept: readonly KeptDraft[], words: string): ArrangedDrafts {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const drafts = kept
    .flatMap((each) => (each.kind === 'readable' ? [each.draft] : []))
    .filter((draft) => {
      const said = wanted.length === 0 ? '' : wordsOf(draft)
      return wanted.every((word) => said.includes(word))
    })
  return {
    open: drafts.filter(({ batch, of }) => !batch && !of),
    done: drafts.filter(({ batch, of }) => batch && !of),
    changes: drafts.filter(isChange).filter((draft) => !holdsNothing(draft)),
    unreadable:
      wanted.length > 0 ? [] : kept.flatMap((each) => (each.kind === 'readable' ? [] : [each])),
  }
}

function isChange(draft: DraftEnvelope): draft is ChangeDraft {
  return draft.of !== null
}

function wordsOf(draft: DraftEnvelope) {
  const { taskTitle, batchName, introduction, steps } = draft.texts
  const prose = `${introduction} ${steps}`.replaceAll(/<[^>]*>/g, ' ')
  const title = isChange(draft) ? editTitle(draft) : draftTitle(draft)
  return [title, taskTitle, batchName, prose].join(' ').toLocaleLowerCase()
}

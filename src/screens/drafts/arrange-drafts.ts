import { draftTitle, type DraftEnvelope } from '#drafts/store/draft-envelope.ts'
import type { KeptDraft } from '#drafts/store/read-draft.ts'

export type UnreadableDraft = Exclude<KeptDraft, { kind: 'readable' }>

export type ArrangedDrafts = {
  /** What can be written on, the last changed first. */
  open: DraftEnvelope[]
  /** What became a batch. */
  done: DraftEnvelope[]
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
    open: drafts.filter(({ batch }) => !batch),
    done: drafts.filter(({ batch }) => batch),
    unreadable:
      wanted.length > 0 ? [] : kept.flatMap((each) => (each.kind === 'readable' ? [] : [each])),
  }
}

function wordsOf(draft: DraftEnvelope) {
  const { taskTitle, batchName, introduction, steps } = draft.texts
  const prose = `${introduction} ${steps}`.replaceAll(/<[^>]*>/g, ' ')
  return [draftTitle(draft), taskTitle, batchName, prose].join(' ').toLocaleLowerCase()
}

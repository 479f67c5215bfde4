import type { Place } from '#contract/environment.ts'
import type { Batch } from '#contract/read-batch.ts'
import type { PortableDraft } from '#drafts/file-format/draft-file.ts'
import { textsOfBatch } from '#drafts/texts-of-answer.ts'
import type { Sent } from '#outbox/store/sent-texts.ts'

/** What somebody hands on: a draft as it is at that moment, or a batch as it is stored. */
export type Handed =
  | {
      kind: 'draft'
      id: string
      draft: PortableDraft
      /** When it was last stored, in milliseconds since 1970; null when it never was. */
      changedAt: number | null
    }
  | { kind: 'batch'; place: Place; batch: Batch; sent: Sent | null }

export function placeOf(handed: Handed): Place {
  return handed.kind === 'draft' ? handed.draft.place : handed.place
}

/** What leaves as a link or as a file: a batch becomes the draft that would make it. */
export function portableOf(handed: Handed): PortableDraft {
  if (handed.kind === 'draft') return handed.draft
  const { place, batch } = handed
  return { name: '', place, texts: textsOfBatch(batch, place, place) }
}

/** Where the record of it is. */
export function recordAddress(handed: Handed) {
  const { id } = handed.kind === 'draft' ? handed : handed.batch
  return `/${placeOf(handed)}/record?${handed.kind}=${encodeURIComponent(id)}`
}

/** A file name that says what is in it, in the letters of its name. */
export function fileName(kind: string, name: string, ending: string) {
  const words = name.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return `${[kind, ...words].join('-').slice(0, 80)}.${ending}`
}

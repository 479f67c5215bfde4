import type { Environment } from '#contract/environment.ts'
import type { Batch } from '#contract/answers.ts'
import type { PortableDraft } from '#drafts/file-format/draft-file.ts'
import { textsOfBatch } from '#drafts/texts-of-answer.ts'
import type { Sent } from '#outbox/store/sent-texts.ts'

/** What somebody hands on: a draft as it is at that moment, or a batch as it is stored. */
export type Shared =
  | {
      kind: 'draft'
      id: string
      draft: PortableDraft
      /** When it was last stored, in milliseconds since 1970; null when it never was. */
      changedAt: number | null
    }
  | { kind: 'batch'; place: Environment; batch: Batch; sent: Sent | null }

export function environmentOf(shared: Shared): Environment {
  return shared.kind === 'draft' ? shared.draft.place : shared.place
}

/** What leaves as a link or as a file: a batch becomes the draft that would make it. */
export function portableOf(shared: Shared): PortableDraft {
  if (shared.kind === 'draft') return shared.draft
  const { place: environment, batch } = shared
  return { name: '', place: environment, texts: textsOfBatch(batch, environment, environment) }
}

/** Where the record of it is. */
export function recordAddress(shared: Shared) {
  const { id } = shared.kind === 'draft' ? shared : shared.batch
  return `/${environmentOf(shared)}/record?${shared.kind}=${encodeURIComponent(id)}`
}

/** A file name that says what is in it, in the letters of its name. */
export function fileName(kind: string, name: string, ending: string) {
  const words = name.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return `${[kind, ...words].join('-').slice(0, 80)}.${ending}`
}

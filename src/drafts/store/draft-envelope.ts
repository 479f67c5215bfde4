import * as z from 'zod/mini'
import { Environment } from '#contract/environment.ts'
import { EditOf, sameEdit, type DraftContent } from './batch-edit.ts'
import { DraftTexts } from './draft-texts.ts'

/** The version of the envelope that this app writes. The first was the one draft of local storage. */
export const SCHEMA = 3

/** The batch that a draft became. */
const CreatedBatch = z.object({ place: Environment, id: z.string(), at: z.number() })
export type CreatedBatch = z.infer<typeof CreatedBatch>

/**
 * A draft as it is stored. Loose, so that what another version of the app wrote beside it is kept. No
 * member may ever hold a token.
 */
export const DraftEnvelope = z.looseObject({
  kind: z.literal('batch-draft'),
  schema: z.literal(SCHEMA),
  id: z.string().check(z.minLength(1)),
  /** Counts the states of this draft, from 1. */
  rev: z.int().check(z.positive()),
  /** Which opening of the form wrote this state. */
  tab: z.string(),
  /** Times are milliseconds since 1970. */
  createdAt: z.number(),
  updatedAt: z.number(),
  /** When a state was last put into the history. */
  historyAt: z.number(),
  /** What somebody called it; '' for a draft that goes by its batch name. */
  name: z.string(),
  /** Where workspace and dataset were chosen: their ids mean nothing in the other environment. */
  place: Environment,
  texts: z.looseObject(DraftTexts.shape),
  batch: z.optional(CreatedBatch),
  /** The stored batch whose texts it changes; null for a draft of a new one. */
  of: z.nullable(EditOf),
})
export type DraftEnvelope = z.infer<typeof DraftEnvelope>

/** What a draft goes by: its own name, else its batch's, else its task's. */
export function draftTitle({ name, texts }: Pick<DraftEnvelope, 'name' | 'texts'>) {
  const [title] = [name, texts.batchName, texts.taskTitle].filter((words) => words.trim() !== '')
  return title ?? 'Untitled draft'
}

/** Whether two states say the same, whoever wrote them and when. */
export function sameContent(a: DraftEnvelope, b: DraftEnvelope) {
  return (
    a.name === b.name &&
    a.place === b.place &&
    a.batch?.id === b.batch?.id &&
    sameEdit(a.of, b.of) &&
    Object.keys(DraftTexts.shape).every((field) => a.texts[field] === b.texts[field])
  )
}

export type NextState = DraftContent & {
  id: string
  tab: string
  /** What a draft that begins with this state is called. */
  name?: string | undefined
}

/** The state after `previous` (null: the first), without a checksum. What else was in it stays. */
export function nextEnvelope(
  previous: DraftEnvelope | null,
  { id, tab, place: environment, texts, of, name = '' }: NextState,
  now = Date.now(),
): DraftEnvelope {
  const begun = { createdAt: now, historyAt: now, name, sha: undefined }
  const { sha: _sha, ...kept } = previous ?? begun
  return {
    ...kept,
    kind: 'batch-draft',
    schema: SCHEMA,
    id,
    rev: (previous?.rev ?? 0) + 1,
    tab,
    updatedAt: now,
    place: environment,
    texts: { ...previous?.texts, ...texts },
    of: of ?? previous?.of ?? null,
  }
}

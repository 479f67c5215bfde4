import * as z from 'zod/mini'
import { Environment } from '#contract/environment.ts'
import { DraftTexts } from './draft-texts.ts'

/** What the first version of the app stored, and the id that its one draft gets. */
const First = z.object({
  version: z.literal(1),
  id: z.string(),
  /** Milliseconds since 1970. */
  savedAt: z.number(),
  place: Environment,
  texts: z.looseObject(DraftTexts.shape),
})

/** What the second version stored knew no drafts of a batch that there is already. */
const Second = z.looseObject({ schema: z.literal(2) })

/**
 * From each version of the envelope to the next, by the earlier one's number. Pure, kept for ever; each
 * throws when it gets what its version never wrote.
 */
export const migrations: Record<number, (stored: unknown) => object> = {
  1: (stored) => {
    const { id, savedAt, place: environment, texts } = First.parse(stored)
    return {
      kind: 'batch-draft',
      schema: 2,
      id,
      rev: 1,
      tab: '',
      createdAt: savedAt,
      updatedAt: savedAt,
      historyAt: savedAt,
      name: '',
      place: environment,
      texts,
    }
  },
  2: (stored) => ({ ...Second.parse(stored), schema: 3, of: null }),
}

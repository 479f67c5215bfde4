import * as z from 'zod/mini'
import { checksum } from '#storage/checksum.ts'
import { DraftEnvelope, SCHEMA } from './draft-envelope.ts'
import { migrations } from './draft-migrations.ts'

/** What storage gave back for a draft, whatever has become of it there. */
export type KeptDraft =
  | { kind: 'readable'; id: string; draft: DraftEnvelope }
  /** Written by a later version of the app: shown as far as it can be read, never written over. */
  | { kind: 'newer'; id: string; stored: unknown }
  /** Broken in storage: offered as a download. */
  | { kind: 'damaged'; id: string; stored: unknown }

const Versioned = z.looseObject({ schema: z.int() })
const Sealed = z.looseObject({ sha: z.string() })
const Named = z.looseObject({ id: z.string() })

/** A draft as it goes into storage, with the checksum of everything else in it. */
export function seal<T extends object>(draft: T): T & { sha: string } {
  return { ...draft, sha: shaOf(draft) }
}

/** Reads what storage gave back, and brings what an earlier version wrote up to date. Never throws. */
export function readKept(stored: unknown): KeptDraft {
  const id = Named.safeParse(stored).data?.id ?? ''
  try {
    const { schema } = Versioned.parse(stored)
    // Before the checksum, which a later version may make in another way.
    if (schema > SCHEMA) return { kind: 'newer', id, stored }
    const { sha } = Sealed.parse(stored)
    if (shaOf(stored) !== sha) return { kind: 'damaged', id, stored }
    return { kind: 'readable', id, draft: upToDate(stored, schema) }
  } catch {
    return { kind: 'damaged', id, stored }
  }
}

/** Of the members in the order in which they are stored. */
function shaOf(stored: unknown) {
  return checksum(JSON.stringify({ ...Object(stored), sha: undefined }))
}

/** What the version `from` stored as this one stores it. Throws when that version never wrote it. */
export function upToDate(stored: unknown, from: number): DraftEnvelope {
  let draft = stored
  for (let schema = from; schema < SCHEMA; schema += 1) draft = migrations[schema]?.(draft)
  return DraftEnvelope.parse(draft)
}

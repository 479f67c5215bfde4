import { checksum } from './checksum.ts'
import type { Leftover } from './last-gasp.ts'
import { DraftTexts } from './stored-draft.ts'

/** The checksum of what is left behind. */
export function signLeftover({ id, base, place, texts }: Omit<Leftover, 'sha'>) {
  return checksum(JSON.stringify([id, base, place, DraftTexts.parse(texts)]))
}

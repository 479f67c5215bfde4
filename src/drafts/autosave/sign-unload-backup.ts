import { checksum } from '#storage/checksum.ts'
import { DraftTexts } from '#drafts/store/stored-draft.ts'
import type { Leftover } from './unload-backup.ts'

/** The checksum of what is left behind. */
export function signLeftover({ id, base, place, texts }: Omit<Leftover, 'sha'>) {
  return checksum(JSON.stringify([id, base, place, DraftTexts.parse(texts)]))
}

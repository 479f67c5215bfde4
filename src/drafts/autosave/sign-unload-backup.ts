import { checksum } from '#storage/checksum.ts'
import { storedOrder } from '#drafts/fields.ts'
import { EditOf } from '#drafts/store/batch-edit.ts'
import { DraftTexts, isLeftOut } from '#drafts/store/stored-draft.ts'
import type { Leftover } from './unload-backup.ts'

/** The checksum of what is left behind. */
export function signLeftover({ id, base, place, texts, of }: Omit<Leftover, 'sha'>) {
  const whole = DraftTexts.parse(texts)
  const signed = storedOrder
    .filter((field) => !isLeftOut(field, whole))
    .map((field) => [field, whole[field]])
  const edit = of ? [EditOf.parse(of)] : []
  return checksum(JSON.stringify([id, base, place, Object.fromEntries(signed), ...edit]))
}

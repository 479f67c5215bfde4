import { checksum } from '#storage/checksum.ts'
import { storedOrder } from '#drafts/fields.ts'
import { EditOf } from '#drafts/store/batch-edit.ts'
import { DraftTexts, isLeftOut } from '#drafts/store/draft-texts.ts'
import type { UnloadBackup } from './unload-backup.ts'

/** The checksum of what is left behind. */
export function signBackup({ id, base, place: environment, texts, of }: Omit<UnloadBackup, 'sha'>) {
  const whole = DraftTexts.parse(texts)
  const signed = storedOrder
    .filter((field) => !isLeftOut(field, whole))
    .map((field) => [field, whole[field]])
  const edit = of ? [EditOf.parse(of)] : []
  return checksum(JSON.stringify([id, base, environment, Object.fromEntries(signed), ...edit]))
}

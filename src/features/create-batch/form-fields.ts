import type { FieldName } from '#storage/draft-fields.ts'

/** 24 hexadecimal digits: the form of workspace and study ids, doubtful for a dataset. */
export function looksLikeAnotherId(id: string) {
  return /^[0-9a-f]{24}$/i.test(id.trim())
}

/** The fields that hold formatted text, in the order of the screen. */
export const htmlFields = ['introduction', 'steps'] as const
export type TextName = (typeof htmlFields)[number]

/** The id of a field's control: what labels, error links and the focus refer to. */
export const fieldId = (field: FieldName) => `field-${field}`

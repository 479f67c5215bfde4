import type { TextName } from '#features/create-batch/form-fields.ts'
import type { Finding } from '#html/parsed-text.ts'
import type { FieldName } from '#storage/draft-fields.ts'

/** Something to know about a field as a whole. */
export type FieldCheck = {
  field: FieldName
  /** What it is about, in a few words. */
  what: string
  quote?: string
  advice?: string
}

/** Something to know about a place in a formatted text. */
export type TextCheck = Finding & { field: TextName }

export type Check = FieldCheck | TextCheck

export type Checks = {
  mustFix: readonly FieldCheck[]
  mayDisappear: readonly TextCheck[]
  worthALook: readonly Check[]
  /** How many of these are placeholders that nobody filled in. */
  toFillIn: number
  words: number
  minutes: number
}

import type { TextName } from '#screens/write/fields/form-fields.ts'
import type { ItemAddress } from '#questions/layout/address.ts'
import type { Finding } from '#html/parse/parsed-text.ts'
import type { FieldName } from '#drafts/fields.ts'

/** Something to know about a field as a whole. */
export type FieldCheck = {
  field: FieldName
  /** What it is about, in a few words. */
  what: string
  quote?: string
  advice?: string
  /** The question that it is about; without one it is about the field as a whole. */
  at?: ItemAddress
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
  /** About how long participants take for one item; null without questions. */
  perItem: string | null
  words: number
  minutes: number
}

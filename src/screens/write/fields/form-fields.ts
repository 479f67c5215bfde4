import type { FieldKey, FieldName, HtmlName } from '#drafts/fields.ts'
import type { UseFormReturn } from 'react-hook-form'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'

/** The id of the notice about the last attempt: where the focus goes when it has to be read first. */
export const OUTCOME = 'outcome'

/** A formatted text of the form. */
export type TextName = HtmlName

/** The id of a field's control: what labels, error links and the focus refer to. */
export const fieldId = (field: FieldKey) => `field-${field}`

/** The one form of this screen, handed down instead of put into a context: every reader is explicit. */
export type DraftForm = UseFormReturn<BatchDraft>

/** Moves the focus to a field, opening what it is folded into. */
export function focusField(form: DraftForm, name: FieldName) {
  document.getElementById(fieldId(name))?.closest('details')?.setAttribute('open', '')
  form.setFocus(name)
}

import type { FieldName } from '#storage/draft-fields.ts'
import { fieldId } from './form-fields.ts'
import type { DraftForm } from './draft-form.ts'

/** Moves the focus to a field, opening what it is folded into. */
export function focusField(form: DraftForm, name: FieldName) {
  document.getElementById(fieldId(name))?.closest('details')?.setAttribute('open', '')
  form.setFocus(name)
}

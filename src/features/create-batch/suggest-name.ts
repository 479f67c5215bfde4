import type { DraftForm } from './draft-form.ts'

const suggestions = new WeakMap<DraftForm['control'], string>()

/**
 * Suggests the task title as the batch name, for as long as nobody has written another one: a name that
 * is empty or still the last suggestion follows the title.
 */
export function suggestName(form: DraftForm, title: string) {
  const name = form.getValues('batchName')
  if (name !== '' && name !== suggestions.get(form.control)) return
  suggestions.set(form.control, title)
  form.setValue('batchName', title, { shouldDirty: false })
}

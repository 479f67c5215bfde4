import { zodResolver } from '@hookform/resolvers/zod'
import type { Resolver } from 'react-hook-form'
import type { Store } from '#storage/listeners.ts'
import { formFields } from '#drafts/fields.ts'
import { isBlankField } from '#drafts/store/draft-texts.ts'
import { BatchDraft } from './batch-draft.ts'

const check = zodResolver(BatchDraft)

/**
 * Checks the form against what a batch asks for. Whoever only passes through an empty field is told
 * nothing: until the whole form was checked once, as `checked` says, an empty field has no fault. Loaded after the first
 * paint: nothing is checked before.
 */
export const draftResolver: Resolver<BatchDraft, Store<boolean>> = async (
  values,
  checked,
  options,
) => {
  if (options.names?.length !== 1) checked?.set(true)
  const result = await check(values, checked, options)
  if (checked?.get()) return result
  const errors = { ...result.errors }
  for (const field of formFields) if (isBlankField(field, values)) delete errors[field]
  return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} }
}

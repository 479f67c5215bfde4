import type { ReactNode } from 'react'
import { useFormState, type UseFormRegisterReturn } from 'react-hook-form'
import { fields, labelOf } from '#drafts/fields.ts'
import { describedBy, Field } from '#ui/forms/Field.tsx'
import control from '#ui/control.module.css'
import { fieldId, type DraftForm } from './form-fields.ts'
type TextFieldProps = {
  form: DraftForm
  name: 'taskTitle' | 'batchName'
  help: ReactNode
  registration: UseFormRegisterReturn
}

/** A line of text that the form registers itself: typing in it renders nothing. */
export function TextField({ form, name, help, registration }: TextFieldProps) {
  const { errors } = useFormState({ control: form.control, name })
  const error = errors[name]?.message
  const id = fieldId(name)
  return (
    <Field id={id} label={labelOf(name)} help={help} error={error}>
      <input
        {...registration}
        id={id}
        className={control.control}
        autoComplete="off"
        aria-required={fields[name].required}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, { error: error !== undefined, help: true })}
      />
    </Field>
  )
}

import { useController, useFormState } from 'react-hook-form'
import { labelOf } from '#drafts/fields.ts'
import { LazyRichTextField } from '#editor/LazyRichTextField.tsx'
import control from '#ui/control.module.css'
import { describedBy, Field } from '#ui/forms/Field.tsx'
import type { EditForm } from './use-edit-form.ts'

/** The three texts of a stored batch, in the same fields as in the form that creates one. */
export function EditFields({ edit }: { edit: EditForm }) {
  return (
    <>
      <TitleField edit={edit} />
      <FormattedField edit={edit} name="introduction" />
      <FormattedField edit={edit} name="steps" />
    </>
  )
}

function TitleField({ edit: { form, title } }: { edit: EditForm }) {
  const { errors } = useFormState({ control: form.control, name: 'taskTitle' })
  const error = errors.taskTitle?.message
  const id = 'edit-taskTitle'
  return (
    <Field id={id} label={labelOf('taskTitle')} error={error}>
      <input
        {...form.register('taskTitle', {
          onChange: (event: { target: { value: string } }) => title.set(event.target.value),
        })}
        id={id}
        className={control.control}
        autoComplete="off"
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, { error: error !== undefined })}
      />
    </Field>
  )
}

type FormattedFieldProps = { edit: EditForm; name: 'introduction' | 'steps' }

function FormattedField({ edit: { form, channels }, name }: FormattedFieldProps) {
  const { field, fieldState } = useController({ control: form.control, name })
  const { ref, value, onChange, onBlur } = field
  const error = fieldState.error?.message
  const id = `edit-${name}`
  return (
    <Field id={id} label={labelOf(name)} error={error}>
      <LazyRichTextField
        id={id}
        label={labelOf(name)}
        labelId={`${id}-label`}
        describedBy={describedBy(id, { error: error !== undefined })}
        invalid={error !== undefined}
        value={value}
        onChange={onChange}
        onBlur={onBlur}
        channel={channels[name]}
        ref={ref}
      />
    </Field>
  )
}

import { useController } from 'react-hook-form'
import type { WritableLiveSource } from '#html/live-source.ts'
import { LazyRichTextField } from '#rich-text/LazyRichTextField.tsx'
import { describedBy } from '#ui/described-by.ts'
import { Field } from '#ui/Field.tsx'
import { fieldId, fieldNames } from './batch-draft.ts'
import type { DraftForm } from './draft-form.ts'

type HtmlFieldProps = {
  form: DraftForm
  name: 'introduction' | 'steps'
  help: string
  /** Where the text goes block by block while it is being written. */
  live: WritableLiveSource
  /** Takes the way to hand over at once what was typed last; returns how to withdraw it. */
  registerFlush: (flush: () => void) => () => void
}

/** A formatted text of the form. */
export function HtmlField({ form, name, help, live, registerFlush }: HtmlFieldProps) {
  const { field, fieldState } = useController({ control: form.control, name })
  const { ref, value, onChange, onBlur } = field
  const id = fieldId(name)
  const error = fieldState.error?.message
  return (
    <Field id={id} label={fieldNames[name]} help={help} error={error}>
      <LazyRichTextField
        id={id}
        label={fieldNames[name]}
        labelId={`${id}-label`}
        describedBy={describedBy(id, { error: error !== undefined, help: true })}
        invalid={error !== undefined}
        value={value}
        onChange={onChange}
        onBlur={onBlur}
        source={live}
        registerFlush={registerFlush}
        ref={ref}
      />
    </Field>
  )
}

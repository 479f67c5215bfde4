import { useId, type ReactNode } from 'react'
import control from '#ui/control.module.css'
import { describedBy, Field } from '#ui/forms/Field.tsx'

type SelectFieldProps = {
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
  help?: ReactNode
}

/** One of a few values. */
export function SelectField({ label, value, options, onChange, help }: SelectFieldProps) {
  const id = useId()
  return (
    <Field id={id} label={label} help={help}>
      <select
        id={id}
        className={control.control}
        value={value}
        aria-describedby={describedBy(id, { help: help !== undefined })}
        onChange={({ target }) => onChange(target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

import { useId } from 'react'
import control from '#ui/control.module.css'
import { Field } from '#ui/forms/Field.tsx'
import styles from './fields.module.css'

type NumberFieldProps = {
  label: string
  value: unknown
  /** Called with undefined when it is empty. */
  onChange: (value: number | undefined) => void
  min?: number
  max?: number
  placeholder?: string
  optional?: boolean
}

/** A number, or nothing. */
export function NumberField({ label, value, onChange, optional, ...limits }: NumberFieldProps) {
  const id = useId()
  return (
    <Field id={id} label={label} optional={optional ?? false}>
      <input
        {...limits}
        id={id}
        type="number"
        step="any"
        inputMode="decimal"
        className={`${control.control} ${styles.number}`}
        value={typeof value === 'number' ? value : ''}
        onChange={({ target }) =>
          onChange(Number.isFinite(target.valueAsNumber) ? target.valueAsNumber : undefined)
        }
      />
    </Field>
  )
}

import { useId } from 'react'
import styles from './Choice.module.css'

type ChoiceProps<Value extends string> = {
  label: string
  options: readonly { value: Value; label: string }[]
  value: Value
  onChange: (value: Value) => void
  /** Fills the width with equal parts, as on phones. */
  stretched?: boolean
}

/** One of a few: native radio buttons drawn as a segmented switch. */
export function Choice<Value extends string>({
  label,
  options,
  value,
  onChange,
  stretched = false,
}: ChoiceProps<Value>) {
  const name = useId()
  return (
    <fieldset className={styles.choice} data-stretched={stretched || undefined}>
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            className={styles.radio}
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}

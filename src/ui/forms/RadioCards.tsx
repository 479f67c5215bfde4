import { useId, type ReactNode } from 'react'
import styles from './RadioCards.module.css'

type RadioCardsProps<Value extends string> = {
  legend: string
  options: readonly { value: Value; label: string; note?: ReactNode }[]
  value: Value
  onChange: (value: Value) => void
  disabled?: boolean
}

/** One of a few, where each needs a sentence: native radio buttons with room for it. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { legend, options, value, onChange, disabled = false } = props
  const name = useId()
  return (
    <fieldset className={styles.cards} disabled={disabled}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.card}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            aria-labelledby={`${name}-${option.value}`}
            aria-describedby={option.note ? `${name}-${option.value}-note` : undefined}
            onChange={() => onChange(option.value)}
          />
          <span>
            <span id={`${name}-${option.value}`} className={styles.label}>
              {option.label}
            </span>
            {option.note && (
              <span id={`${name}-${option.value}-note`} className={styles.note}>
                {option.note}
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

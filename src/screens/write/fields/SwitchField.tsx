import type { ReactNode } from 'react'
import { useController } from 'react-hook-form'
import { labelOf, type SwitchKey } from '#drafts/fields.ts'
import styles from './SwitchField.module.css'
import { fieldId, type DraftForm } from './form-fields.ts'
import { useHydrated } from './use-hydrated.ts'

type SwitchFieldProps = { form: DraftForm; name: SwitchKey; help: ReactNode }

/** Something that is on or off. */
export function SwitchField({ form, name, help }: SwitchFieldProps) {
  const { field, fieldState } = useController({ control: form.control, name })
  const { value, onChange, onBlur, ref } = field
  // The page as built knows of no restored draft.
  const checked = useHydrated() && value
  const id = fieldId(name)
  const error = fieldState.error?.message
  return (
    <div>
      <label className={styles.switch}>
        <input
          id={id}
          type="checkbox"
          ref={ref}
          checked={checked}
          onChange={({ target }) => onChange(target.checked)}
          onBlur={onBlur}
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
        />
        <span>
          {labelOf(name)}
          <span className={styles.note}>{help}</span>
        </span>
      </label>
      {error !== undefined && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  )
}

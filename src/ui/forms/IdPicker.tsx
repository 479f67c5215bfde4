import { useState, type ReactNode } from 'react'
import control from '#ui/control.module.css'
import { describedBy, Field } from './Field.tsx'
import styles from './IdPicker.module.css'

const OTHER = 'other'

type IdPickerProps = {
  id: string
  label: string
  help?: ReactNode
  error?: string | undefined
  optional?: boolean
  /** What can be chosen by name; undefined while that is being asked for. */
  options: readonly { id: string; label: string }[] | undefined
  /** The words for "nothing chosen". */
  none: string
  /** The words for "I have an id that is not in this list". */
  other: string
  pasteLabel: string
  value: string
  onChange: (id: string) => void
  onBlur?: () => void
  /** Gets the control that the focus belongs to, when something is wrong with the value. */
  controlRef?: (element: HTMLElement | null) => void
}

/**
 * Chooses by name what is sent by id, and takes a pasted id where the list cannot know it. With nothing
 * to choose from, only the box for an id is shown.
 */
export function IdPicker({
  id,
  label,
  help,
  error,
  optional = false,
  options,
  none,
  other,
  pasteLabel,
  value,
  onChange,
  onBlur,
  controlRef,
}: IdPickerProps) {
  const [wantsOther, setWantsOther] = useState(false)
  const loading = options === undefined
  const listed = value === '' || loading || options.some((option) => option.id === value)
  const choosable = loading || options.length > 0
  const pasting = !choosable || wantsOther || !listed
  const described = describedBy(id, {
    error: error !== undefined,
    help: help !== undefined,
  })

  const choose = (choice: string) => {
    setWantsOther(choice === OTHER)
    onChange(choice === OTHER ? '' : choice)
  }

  return (
    <Field id={id} label={label} help={help} error={error} optional={optional}>
      {choosable && (
        <select
          id={id}
          ref={pasting ? undefined : controlRef}
          className={control.control}
          value={pasting ? OTHER : loading ? '' : value}
          disabled={loading && !pasting}
          aria-required={!optional}
          aria-invalid={error !== undefined}
          aria-describedby={described}
          onChange={(event) => choose(event.target.value)}
          onBlur={onBlur}
        >
          <option value="">{none}</option>
          {options?.map((option) => (
            <option key={option.id} value={option.id}>
              {option.label}
            </option>
          ))}
          <option value={OTHER}>{other}</option>
        </select>
      )}
      {pasting && (
        <input
          id={choosable ? `${id}-pasted` : id}
          ref={controlRef}
          className={`${control.control} ${styles.id}`}
          value={value}
          autoComplete="off"
          spellCheck={false}
          placeholder={pasteLabel}
          aria-label={choosable ? pasteLabel : undefined}
          aria-required={!optional}
          aria-invalid={error !== undefined}
          aria-describedby={described}
          onChange={(event) => onChange(event.target.value.trim())}
          onBlur={onBlur}
        />
      )}
    </Field>
  )
}

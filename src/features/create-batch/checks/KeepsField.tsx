import { useId } from 'react'
import { profileNames } from '#html/profile-names.ts'
import { profiles, type ProfileName } from '#html/profiles.ts'
import control from '#ui/control.module.css'
import { describedBy } from '#ui/described-by.ts'
import { Field } from '#ui/Field.tsx'
import styles from './KeepsField.module.css'

type KeepsFieldProps = {
  keeps: ProfileName
  onlyKept: boolean
  onKeeps: (keeps: ProfileName) => void
  onOnlyKept: (onlyKept: boolean) => void
}

/** How much of the formatting Prolific is trusted to keep, and whether the rest is sent at all. */
export function KeepsField({ keeps, onlyKept, onKeeps, onOnlyKept }: KeepsFieldProps) {
  const id = useId()
  const { worth, source, readOn } = profiles[keeps]
  return (
    <div className={styles.keeps}>
      <Field
        id={id}
        label="What Prolific keeps"
        help={
          <>
            {worth}{' '}
            <span className={styles.source}>
              Source: {source}, {readOn}.
            </span>
          </>
        }
      >
        <select
          id={id}
          className={control.control}
          aria-describedby={describedBy(id, { error: false, help: true })}
          value={keeps}
          onChange={({ target }) => {
            const chosen = profileNames.find((name) => name === target.value)
            if (chosen) onKeeps(chosen)
          }}
        >
          {profileNames.map((name) => (
            <option key={name} value={name}>
              {profiles[name].name}
            </option>
          ))}
        </select>
      </Field>
      <label className={styles.only}>
        <input
          type="checkbox"
          checked={onlyKept}
          onChange={({ target }) => onOnlyKept(target.checked)}
        />
        <span>
          Send only what is kept
          <span className={styles.note}>
            The rest is left out of the request; its words stay. Your text here does not change.
          </span>
        </span>
      </label>
    </div>
  )
}

import { useId } from 'react'
import { useWatch } from 'react-hook-form'
import type { DraftForm } from '#screens/write/fields/form-fields.ts'
import { profileNames, profiles } from '#html/profile/profiles.ts'
import control from '#ui/control.module.css'
import { describedBy, Field } from '#ui/forms/Field.tsx'
import styles from './KeepsField.module.css'

/** How much of the formatting Prolific is trusted to keep, and whether the rest is sent at all. */
export function KeepsField({ form }: { form: DraftForm }) {
  const id = useId()
  // What the panel shows comes a moment later, when a box would already have sprung back.
  const [keeps, onlyKept] = useWatch({ control: form.control, name: ['keeps', 'onlyKept'] })
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
            if (chosen) form.setValue('keeps', chosen, { shouldDirty: true })
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
          onChange={({ target }) =>
            form.setValue('onlyKept', target.checked, { shouldDirty: true })
          }
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

import { profileNames } from '#html/profile/profile-names.ts'
import { useId } from 'react'
import { useWatch } from 'react-hook-form'
import type { DraftForm } from '#screens/write/fields/form-fields.ts'
import { SwitchField } from '#screens/write/fields/SwitchField.tsx'
import { profiles } from '#html/profile/profiles.ts'
import control from '#ui/control.module.css'
import { describedBy, Field } from '#ui/forms/Field.tsx'
import styles from './KeepsField.module.css'

/** How much of the formatting Prolific is trusted to keep, and whether the rest is sent at all. */
export function KeepsField({ form }: { form: DraftForm }) {
  const id = useId()
  // What the panel shows comes a moment later, when a box would already have sprung back.
  const keeps = useWatch({ control: form.control, name: 'keeps' })
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
      <SwitchField
        form={form}
        name="onlyKept"
        help="Other formatting is left out of the request, but its words are kept. Your text here does not change."
      />
    </div>
  )
}

import { hasMembers } from '#contract/json-value.ts'
import { NumberField } from './NumberField.tsx'
import { SelectField } from './SelectField.tsx'
import styles from './fields.module.css'

type LimitFieldsProps = {
  validation: unknown
  onChange: (validation: unknown) => void
}

/** What may be typed as an answer: any text, a text of so many characters, or a number. */
export function LimitFields({ validation, onChange }: LimitFieldsProps) {
  const rule = hasMembers(validation) ? validation : {}
  const isNumber = rule['type'] === 'number'
  const set = (bound: 'min' | 'max', value: number | undefined) => {
    const next: Record<PropertyKey, unknown> = { type: 'string', ...rule, [bound]: value }
    const { min, max, type } = next
    // Without bounds any text is taken, as it is where nothing is said.
    if (type === 'string' && min === undefined && max === undefined) onChange(undefined)
    else onChange(next)
  }
  return (
    <div className={styles.row}>
      <SelectField
        label="Participants type"
        value={isNumber ? 'number' : 'string'}
        options={[
          { value: 'string', label: 'Words' },
          { value: 'number', label: 'A number' },
        ]}
        onChange={(type) => onChange(type === 'number' ? { type } : undefined)}
      />
      <NumberField
        label={isNumber ? 'At least' : 'Shortest, in characters'}
        value={rule['min']}
        optional
        {...(!isNumber && { min: 0 })}
        onChange={(value) => set('min', value)}
      />
      <NumberField
        label={isNumber ? 'At most' : 'Longest, in characters'}
        value={rule['max']}
        optional
        {...(!isNumber && { min: 0 })}
        onChange={(value) => set('max', value)}
      />
    </div>
  )
}

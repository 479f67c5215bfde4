import { useState } from 'react'
import { hasMembers } from '#contract/json-value.ts'
import { codeOf, labelOf, optionsOf, type Option } from '#questions/fields/choice-options.ts'
import styles from '#questions/fields/fields.module.css'
import type { ItemFormProps } from '#questions/fields/form-props.ts'
import { MemberText, WordingFields } from '#questions/fields/MemberText.tsx'
import { NumberField } from '#questions/fields/NumberField.tsx'
import { OptionList } from '#questions/fields/OptionList.tsx'
import { SelectField } from '#questions/fields/SelectField.tsx'
import { Button } from '#ui/Button.tsx'

/** The settings of a question that is answered by an amount of something. */
export function FreeTextWithUnitForm({ item, set }: ItemFormProps) {
  const [hasCodes, setHasCodes] = useState(false)
  const units = optionsOf(item['unit_options'])
  const first = typeof item['default_unit'] === 'string' ? item['default_unit'] : ''
  const change = (next: readonly Option[]) => {
    const at = units.findIndex((unit) => codeOf(unit) === first)
    const chosen = next.length === units.length ? next[at] : undefined
    const isThere = next.some((unit) => codeOf(unit) === first)
    // The unit at first goes by its code, which follows its words.
    const renamed = chosen ? codeOf(chosen) : undefined
    set({ unit_options: next, ...(first !== '' && !isThere && { default_unit: renamed }) })
  }
  return (
    <>
      <WordingFields item={item} set={set} mayBeOptional />
      <OptionList
        legend="Units"
        name="Unit"
        options={units}
        onChange={change}
        extra={{ validation: { type: 'number' } }}
        hasCodes={hasCodes}
        renderMore={(unit, changeUnit) => <UnitLimits unit={unit} change={changeUnit} />}
        actions={
          <Button kind="quiet" aria-pressed={hasCodes} onClick={() => setHasCodes(!hasCodes)}>
            {hasCodes ? 'Hide codes' : 'Show codes'}
          </Button>
        }
      />
      <div className={styles.row}>
        <SelectField
          label="Unit at first"
          value={first}
          options={[
            { value: '', label: 'None' },
            ...units.map((unit) => ({ value: codeOf(unit), label: labelOf(unit) || codeOf(unit) })),
          ]}
          onChange={(unit) => set({ default_unit: unit === '' ? undefined : unit })}
        />
        <SelectField
          label="Side of the unit"
          value={item['unit_position'] === 'prefix' ? 'prefix' : 'suffix'}
          options={[
            { value: 'suffix', label: 'After the answer' },
            { value: 'prefix', label: 'Before the answer' },
          ]}
          onChange={(position) => set({ unit_position: position })}
        />
      </div>
      <MemberText
        item={item}
        set={set}
        member="placeholder_text_input"
        label="Words in the empty field"
        optional
      />
    </>
  )
}

function UnitLimits({ unit, change }: { unit: Option; change: (members: Option) => void }) {
  const rule = hasMembers(unit['validation']) ? unit['validation'] : { type: 'number' }
  const set = (bound: 'min' | 'max', value: number | undefined) => {
    const { [bound]: _before, ...rest } = rule
    change({ validation: value === undefined ? rest : { ...rest, [bound]: value } })
  }
  return (
    <>
      <NumberField
        label="At least"
        optional
        value={rule['min']}
        onChange={(value) => set('min', value)}
      />
      <NumberField
        label="At most"
        optional
        value={rule['max']}
        onChange={(value) => set('max', value)}
      />
    </>
  )
}

import type { ItemFormProps } from '#questions/fields/form-props.ts'
import { textIn } from '#questions/fields/form-props.ts'
import { MemberText } from '#questions/fields/MemberText.tsx'
import { SelectField } from '#questions/fields/SelectField.tsx'

/** Which column of the data is shown. */
export function DatasetFieldForm({ item, set, columns }: ItemFormProps) {
  const field = textIn(item, 'field')
  const help = 'Participants see the name of the column and its value for the item.'
  if (!columns || columns.length === 0) {
    return (
      <MemberText
        item={item}
        set={set}
        member="field"
        label="Column"
        help={`${help} Write its name exactly as in the dataset.`}
      />
    )
  }
  const names = columns.includes(field) ? columns : [field, ...columns]
  return (
    <SelectField
      label="Column"
      value={field}
      options={names.map((name) => ({ value: name, label: nameOf(name, columns) }))}
      onChange={(name) => set({ field: name })}
      help={help}
    />
  )
}

function nameOf(name: string, columns: readonly string[]) {
  if (name === '') return 'Choose a column'
  return columns.includes(name) ? name : `${name} (not in the dataset)`
}

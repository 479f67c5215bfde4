import { ChoiceFields } from '#questions/fields/ChoiceFields.tsx'
import type { ItemFormProps } from '#questions/fields/form-props.ts'
import { WordingFields } from '#questions/fields/MemberText.tsx'

/** The settings of a question with choices. */
export function MultipleChoiceForm({ item, set, addBelow }: ItemFormProps) {
  return (
    <>
      <WordingFields item={item} set={set} />
      <ChoiceFields item={item} set={set} addBelow={addBelow} />
    </>
  )
}

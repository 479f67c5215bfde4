import { ChoiceFields } from '#questions/fields/ChoiceFields.tsx'
import type { ItemFormProps } from '#questions/fields/form-props.ts'
import { MemberText, WordingFields } from '#questions/fields/MemberText.tsx'
import { FIRST_HEADING } from './facts.ts'

/** The settings of a question with choices that each have a field to write in. */
export function MultipleChoiceWithFreeTextForm({ item, set }: ItemFormProps) {
  return (
    <>
      <WordingFields item={item} set={set} />
      <ChoiceFields item={item} set={set} heading={FIRST_HEADING} />
      <MemberText
        item={item}
        set={set}
        member="placeholder_text_input"
        label="Words in the empty text field"
        optional
      />
    </>
  )
}

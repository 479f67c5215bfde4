import type { ItemFormProps } from '#questions/fields/form-props.ts'
import { LimitFields } from '#questions/fields/LimitFields.tsx'
import { MemberText, WordingFields } from '#questions/fields/MemberText.tsx'

/** The settings of a question that is answered in words. */
export function FreeTextForm({ item, set }: ItemFormProps) {
  return (
    <>
      <WordingFields item={item} set={set} mayBeOptional />
      <LimitFields validation={item['validation']} onChange={(validation) => set({ validation })} />
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

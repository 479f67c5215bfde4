import type { ItemFormProps } from '#questions/fields/form-props.ts'
import { MemberText } from '#questions/fields/MemberText.tsx'

/** The settings of a picture that is the same for every item. */
export function ImageForm({ item, set }: ItemFormProps) {
  return (
    <>
      <MemberText
        item={item}
        set={set}
        member="url"
        type="url"
        label="Web address of the picture"
        placeholder="https://"
        help="Prolific stores no pictures. The address must begin with https:// and must open without a login."
      />
      <MemberText
        item={item}
        set={set}
        member="alt_text"
        label="What the picture shows"
        help="For participants who cannot see it. Leave it empty if it is decoration only."
      />
      <MemberText item={item} set={set} member="caption" label="Caption" optional />
    </>
  )
}

import { DEFAULT_STARS } from '#contract/questions/stars-and-video.ts'
import type { ItemFormProps } from '#questions/fields/form-props.ts'
import { WordingFields } from '#questions/fields/MemberText.tsx'
import { SelectField } from '#questions/fields/SelectField.tsx'

const counts = Array.from({ length: 10 }, (_, index) => String(index + 1))

/** The settings of a question that is answered by stars. */
export function StarRatingForm({ item, set }: ItemFormProps) {
  return (
    <>
      <WordingFields item={item} set={set} />
      <SelectField
        label="Stars"
        value={String(typeof item['max_stars'] === 'number' ? item['max_stars'] : DEFAULT_STARS)}
        options={counts.map((value) => ({ value, label: value }))}
        onChange={(value) => set({ max_stars: Number(value) })}
      />
    </>
  )
}

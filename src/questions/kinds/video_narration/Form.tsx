import type { ItemFormProps } from '#questions/fields/form-props.ts'
import { WordingFields } from '#questions/fields/MemberText.tsx'
import styles from '#questions/fields/fields.module.css'

/** The settings of a question that is answered by talking: no others are published. */
export function VideoNarrationForm({ item, set }: ItemFormProps) {
  return (
    <>
      <WordingFields item={item} set={set} />
      <p className={styles.note}>
        Prolific has published no other settings of video narration. What you add in the JSON is
        kept.
      </p>
    </>
  )
}

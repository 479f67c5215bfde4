import { CircleAlert } from 'lucide-react'
import type { RefCallback } from 'react'
import control from '#ui/control.module.css'
import styles from './QuestionsField.module.css'

type PlainQuestionsProps = {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  onBlur: () => void
  error: string | undefined
  ref: RefCallback<{ focus: () => void }>
}

/** The questions as JSON in a plain field, for when the builder cannot be had. */
export function PlainQuestions({
  id,
  label,
  value,
  onChange,
  onBlur,
  error,
  ref,
}: PlainQuestionsProps) {
  return (
    <>
      <textarea
        ref={ref}
        className={`${control.control} ${styles.json}`}
        rows={12}
        spellCheck={false}
        value={value}
        aria-label={label}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        onChange={({ target }) => onChange(target.value)}
        onBlur={onBlur}
      />
      {error !== undefined && (
        <p id={`${id}-error`} className={styles.problems}>
          <CircleAlert aria-hidden size={16} /> {error}
        </p>
      )}
    </>
  )
}

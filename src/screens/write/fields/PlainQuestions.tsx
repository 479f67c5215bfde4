import { CircleAlert } from 'lucide-react'
import type { RefCallback } from 'react'
import { readQuestions } from '#contract/questions/written-questions.ts'
import control from '#ui/control.module.css'
import styles from './QuestionsField.module.css'

type PlainQuestionsProps = {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  onBlur: () => void
  invalid: boolean
  /** What the API said last; '' for nothing. */
  refused: string
  ref: RefCallback<{ focus: () => void }>
}

/** The questions as JSON in a plain field, for when the builder cannot be had. */
export function PlainQuestions(props: PlainQuestionsProps) {
  const { id, label, value, onChange, onBlur, invalid, refused, ref } = props
  const { problems } = readQuestions(invalid ? value : '')
  const listed = refused === '' ? problems : [refused]
  return (
    <>
      <textarea
        ref={ref}
        className={`${control.control} ${styles.json}`}
        rows={12}
        spellCheck={false}
        value={value}
        aria-label={label}
        aria-invalid={invalid}
        aria-describedby={invalid ? `${id}-error` : undefined}
        onChange={({ target }) => onChange(target.value)}
        onBlur={onBlur}
      />
      {invalid && (
        <ul id={`${id}-error`} className={styles.problems}>
          {listed.map((problem) => (
            <li key={problem}>
              <CircleAlert aria-hidden size={16} />
              {problem}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

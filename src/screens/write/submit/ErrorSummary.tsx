import { useEffect, useRef } from 'react'
import { useFormState } from 'react-hook-form'
import { labelOf, fieldOrder, type FieldName } from '#drafts/fields.ts'
import { Notice } from '#ui/Notice.tsx'
import { fieldId, type DraftForm } from '#screens/write/fields/form-fields.ts'
import styles from './ErrorSummary.module.css'

type ErrorSummaryProps = { form: DraftForm; onGoTo: (field: FieldName) => void }

/** Every field that needs mending after a submit, each with a link that goes there. */
export function ErrorSummary({ form, onGoTo }: ErrorSummaryProps) {
  const { errors, submitCount } = useFormState({ control: form.control })
  const summary = useRef<HTMLDivElement>(null)
  // What the backend refused is told by its own notice.
  const names = fieldOrder.filter((name) => errors[name] && errors[name].type !== 'server')

  // Each submit that finds something leads the reader here; mending a field does not.
  useEffect(() => {
    if (submitCount > 0) summary.current?.focus()
  }, [submitCount])

  if (submitCount === 0 || names.length === 0) return null

  return (
    <div ref={summary} id="error-summary" tabIndex={-1} className={styles.summary}>
      <Notice
        tone="bad"
        title={names.length === 1 ? '1 problem to fix' : `${names.length} problems to fix`}
      >
        <ul className={styles.list}>
          {names.map((name) => (
            <li key={name}>
              <a
                href={`#${fieldId(name)}`}
                onClick={(event) => {
                  event.preventDefault()
                  onGoTo(name)
                }}
              >
                {labelOf(name)}
              </a>
              : {errors[name]?.message}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

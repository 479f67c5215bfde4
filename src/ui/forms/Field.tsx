import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Field.module.css'

type FieldProps = {
  /** Id of the control; help and error get `<id>-help` and `<id>-error`. */
  id: string
  label: ReactNode
  help?: ReactNode
  error?: string | undefined
  optional?: boolean
  children: ReactNode
}

/** Label above, help and error below, at the same distances everywhere. */
export function Field({ id, label, help, error, optional = false, children }: FieldProps) {
  return (
    <div className={styles.field} data-invalid={error ? '' : undefined}>
      <label className={styles.label} htmlFor={id} id={`${id}-label`}>
        {label}
        {optional && <span className={styles.optional}> (optional)</span>}
      </label>
      {children}
      {error && (
        <p className={styles.error} id={`${id}-error`}>
          <CircleAlert aria-hidden size={16} />
          {error}
        </p>
      )}
      {help && (
        <div className={styles.help} id={`${id}-help`}>
          {help}
        </div>
      )}
    </div>
  )
}

/**
 * The `aria-describedby` of a control inside a `Field`: its error first, so that it is heard first,
 * then its help. Undefined when there is neither.
 */
export function describedBy(id: string, has: { error?: boolean; help?: boolean }) {
  const ids = [has.error && `${id}-error`, has.help && `${id}-help`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

import type { Ref } from 'react'
import type { TextPosition } from '#html/parse/edit-blocks.ts'
import { Button } from '#ui/Button.tsx'
import control from '#ui/control.module.css'
import styles from './HtmlArea.module.css'
import type { RichTextFieldProps } from './rich-text-field-props.ts'

type HtmlAreaProps = Pick<
  RichTextFieldProps,
  'id' | 'labelId' | 'describedBy' | 'invalid' | 'value' | 'onChange' | 'onBlur'
> & {
  ref: Ref<HTMLTextAreaElement>
  /** Why there is no editor; '' when nothing needs to be said. */
  reason: string
  onRetry?: (() => void) | undefined
}

/** A text as HTML in a plain field. */
export function HtmlArea({
  id,
  labelId,
  describedBy,
  invalid,
  value,
  onChange,
  onBlur,
  ref,
  reason,
  onRetry,
}: HtmlAreaProps) {
  return (
    <div className={styles.field}>
      <div role="status">
        {reason !== '' && (
          <div className={styles.reason}>
            {reason}
            {onRetry && <Button onClick={onRetry}>Try again</Button>}
          </div>
        )}
      </div>
      <textarea
        ref={ref}
        id={id}
        className={control.control}
        rows={6}
        spellCheck
        aria-labelledby={labelId}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
      />
    </div>
  )
}

/** Selects a place in a plain field, if it is found there. */
export async function selectPosition(field: HTMLTextAreaElement | null, position: TextPosition) {
  const { rangeOfPosition } = await import('#editor/html-view/find-place.ts')
  const range = field && rangeOfPosition(field.value, position)
  if (!range) return
  field.focus()
  field.setSelectionRange(range.from, range.to)
}

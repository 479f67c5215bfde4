import { useEffect, useImperativeHandle, useRef } from 'react'
import { blocksOfHtml } from '#html/live-source.ts'
import { Button } from '#ui/Button.tsx'
import control from '#ui/control.module.css'
import styles from './HtmlTextField.module.css'
import type { RichTextFieldProps } from './rich-text-field-props.ts'

type HtmlTextFieldProps = RichTextFieldProps & {
  /** Why there is no editor. */
  reason: string
  onRetry?: () => void
}

/** The text as HTML in a plain field, for when the editor cannot be had. */
export function HtmlTextField({
  id,
  labelId,
  describedBy,
  invalid,
  value,
  onChange,
  onBlur,
  source,
  ref,
  reason,
  onRetry,
}: HtmlTextFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus() }), [])

  // Whoever shows the text follows the source, which nobody else fills now.
  useEffect(() => {
    const frame = requestAnimationFrame(() => source.publish(blocksOfHtml(value)))
    return () => cancelAnimationFrame(frame)
  }, [source, value])

  return (
    <div className={styles.field}>
      <div className={styles.reason} role="status">
        {reason}
        {onRetry && <Button onClick={onRetry}>Try again</Button>}
      </div>
      <textarea
        ref={field}
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

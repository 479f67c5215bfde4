import { useEffect, useImperativeHandle, useRef } from 'react'
import { blocksOfHtml } from '#html/live-source.ts'
import type { TextPlace } from '#html/text-place.ts'
import { HtmlArea, selectPlace } from './HtmlArea.tsx'
import type { RichTextFieldProps } from './rich-text-field-props.ts'

type HtmlTextFieldProps = RichTextFieldProps & {
  /** Why there is no editor. */
  reason: string
  onRetry?: () => void
}

/** The text as HTML in a plain field, for when the editor cannot be had. */
export function HtmlTextField({ reason, onRetry, ...props }: HtmlTextFieldProps) {
  const { value, onChange, source, ref } = props
  const field = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(
    ref,
    () => ({
      focus: () => field.current?.focus(),
      rewrite: onChange,
      reveal: (place: TextPlace) => void selectPlace(field.current, place),
    }),
    [onChange],
  )

  // Whoever shows the text follows the source, which nobody else fills now.
  useEffect(() => {
    const frame = requestAnimationFrame(() => source.publish(blocksOfHtml(value)))
    return () => cancelAnimationFrame(frame)
  }, [source, value])

  return <HtmlArea {...props} ref={field} reason={reason} onRetry={onRetry} />
}

import { Contained } from '#ui/loading/Contained.tsx'
import { useChunk } from '#ui/loading/use-chunk.ts'
import { EditorPlaceholder } from './EditorPlaceholder.tsx'
import type { RichTextFieldProps } from './rich-text-field-props.ts'
import { useEffect, useImperativeHandle, useRef } from 'react'
import { blocksOfHtml } from '#html/parse/live-source.ts'
import type { TextPosition } from '#html/parse/edit-blocks.ts'
import { HtmlArea, selectPosition } from './HtmlArea.tsx'

const loadEditor = () => import('./RichTextField.tsx').then((module) => module.RichTextField)

/**
 * A formatted text. The editor arrives after the page; until then its exact space is kept, and when
 * it does not arrive the text can still be read and written as HTML.
 */
export function LazyRichTextField(props: RichTextFieldProps) {
  const editor = useChunk(loadEditor)
  switch (editor.state) {
    case 'ready':
      return (
        <Contained
          name="the editor"
          renderBroken={() => (
            <HtmlTextField
              {...props}
              reason="The editor stopped working. Your text is here as HTML, and you can keep writing."
            />
          )}
        >
          <editor.value {...props} />
        </Contained>
      )
    case 'loading':
      return <EditorPlaceholder />
    case 'failed':
      return (
        <HtmlTextField
          {...props}
          reason="The editor could not be loaded. You can write HTML here; nothing is lost."
          onRetry={editor.retry}
        />
      )
  }
}

type HtmlTextFieldProps = RichTextFieldProps & {
  /** Why there is no editor. */
  reason: string
  onRetry?: () => void
}

/** The text as HTML in a plain field, for when the editor cannot be had. */
function HtmlTextField({ reason, onRetry, ...props }: HtmlTextFieldProps) {
  const { value, onChange, channel, ref } = props
  const field = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus() }), [])
  // The form and what stands beside it reach the text through its channel, as they reach an editor.
  useEffect(
    () =>
      channel.attach({
        flush: () => true,
        rewrite: onChange,
        reveal: (position: TextPosition) => void selectPosition(field.current, position),
      }),
    [channel, onChange],
  )

  // Whoever shows the text follows the channel, which nobody else fills now.
  useEffect(() => {
    const frame = requestAnimationFrame(() => channel.publish(blocksOfHtml(value)))
    return () => cancelAnimationFrame(frame)
  }, [channel, value])

  return <HtmlArea {...props} ref={field} reason={reason} onRetry={onRetry} />
}

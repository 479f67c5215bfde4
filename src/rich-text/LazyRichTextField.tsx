import { Contained } from '#ui/Contained.tsx'
import { useChunk } from '#ui/use-chunk.ts'
import { EditorPlaceholder } from './EditorPlaceholder.tsx'
import { HtmlTextField } from './HtmlTextField.tsx'
import type { RichTextFieldProps } from './rich-text-field-props.ts'

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
              reason="The editor broke. Your text is here as HTML, and you can go on writing."
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

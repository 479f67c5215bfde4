import type { Editor } from '@tiptap/core'
import { useRef, useEffect, useState } from 'react'
import { useChunk } from '#ui/loading/use-chunk.ts'
import { EditorPlaceholder } from './EditorPlaceholder.tsx'
import { ModeSwitch } from './ModeSwitch.tsx'
import type { RichTextFieldProps } from './rich-text-field-props.ts'
import styles from './RichTextField.module.css'
import type { TextMode, TextSession } from '#editor/document/text-session.ts'
import { ToolRow } from '#editor/toolbar/ToolRow.tsx'
import { HtmlArea, selectPosition } from './HtmlArea.tsx'

export type HtmlModeProps = {
  field: RichTextFieldProps
  session: TextSession
  editor: Editor
  /** Why the text cannot be shown visually. */
  refusal: string | null
  /** It is shown because somebody asked for it. */
  takesFocus: boolean
  onSwitch: (mode: TextMode) => void
}

/** The part for HTML is large and seldom asked for. */
export const loadHtmlView = async () => (await import('#editor/html-view/HtmlView.tsx')).HtmlView

/** A text as HTML: in an editor of its own, or in a plain field when that does not arrive. */
export function HtmlMode(props: HtmlModeProps) {
  const view = useChunk(loadHtmlView)
  const toolbar = useRef<HTMLDivElement>(null)
  const { field, session, refusal, onSwitch } = props
  switch (view.state) {
    case 'ready':
      return <view.value {...props} />
    case 'loading':
      return <EditorPlaceholder />
    case 'failed':
      return (
        <div className={styles.field}>
          <ToolRow
            ref={toolbar}
            label={`${field.label}: HTML`}
            controls={field.id}
            firstStop="visual"
            onEscape={() => session.focus()}
          >
            {(stop) => <ModeSwitch mode="html" onSwitch={onSwitch} stop={stop} />}
          </ToolRow>
          <PlainHtml
            field={field}
            session={session}
            reason={
              refusal ??
              'The HTML editor could not be loaded. You can write in this plain field; nothing is lost.'
            }
            onRetry={view.retry}
          />
        </div>
      )
  }
}

type PlainHtmlProps = {
  field: RichTextFieldProps
  session: TextSession
  reason: string
  onRetry?: () => void
}

/** The HTML of a text in a plain field, for when its own editor has not arrived. */
function PlainHtml({ field, session, reason, onRetry }: PlainHtmlProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const [html, setHtml] = useState(() => session.html())

  // The session writes into whatever shows the HTML.
  useEffect(() => {
    const rewrite = (next: string) => {
      setHtml(next)
      session.write(() => next)
    }
    return session.attach({
      focus: () => area.current?.focus(),
      rewrite,
      restart: setHtml,
      reveal: (position) => void selectPosition(area.current, position),
      leaveFor: (editor) => editor.commands.focus(),
    })
  }, [session])

  return (
    <HtmlArea
      {...field}
      ref={area}
      value={html}
      onChange={(next) => {
        setHtml(next)
        session.write(() => next)
      }}
      onBlur={() => session.leave()}
      reason={reason}
      onRetry={onRetry}
    />
  )
}

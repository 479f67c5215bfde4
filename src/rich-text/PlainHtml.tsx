import { useEffect, useRef, useState } from 'react'
import { HtmlArea, selectPlace } from './HtmlArea.tsx'
import type { RichTextFieldProps } from './rich-text-field-props.ts'
import type { TextSession } from './text-session.ts'

type PlainHtmlProps = {
  field: RichTextFieldProps
  session: TextSession
  reason: string
  onRetry?: () => void
}

/** The HTML of a text in a plain field, for when its own editor has not arrived. */
export function PlainHtml({ field, session, reason, onRetry }: PlainHtmlProps) {
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
      reveal: (place) => void selectPlace(area.current, place),
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

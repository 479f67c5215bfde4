import { useRef, useState, type KeyboardEvent } from 'react'
import { LinkDialog } from './LinkDialog.tsx'
import { PlainHtml } from './PlainHtml.tsx'
import styles from './RichTextField.module.css'
import type { RichTextFieldProps } from './rich-text-field-props.ts'
import { Toolbar } from './Toolbar.tsx'
import { useRichText } from './use-rich-text.ts'
import './editor.css'

/** Toolbar and text in one box. Load it through `LazyRichTextField`. */
export function RichTextField(props: RichTextFieldProps) {
  const { editor, session, mode, refusal, place } = useRichText(props)
  const toolbar = useRef<HTMLDivElement>(null)
  const [editingLink, setEditingLink] = useState(false)

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isLink = (event.ctrlKey || event.metaKey) && !event.altKey && event.key === 'k'
    // Editors on the web are left for their toolbar with Alt+F10.
    const isToolbar = event.altKey && event.key === 'F10'
    if (!isLink && !isToolbar) return
    event.preventDefault()
    if (isLink) setEditingLink(true)
    else toolbar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }

  return (
    <>
      {mode === 'html' && (
        <PlainHtml
          field={props}
          session={session}
          reason={refusal === null ? '' : `${refusal} Shorten it here, as HTML.`}
        />
      )}
      <div
        className={styles.field}
        data-invalid={props.invalid || undefined}
        hidden={mode === 'html'}
      >
        {editor ? (
          <Toolbar
            ref={toolbar}
            editor={editor}
            label={`${props.label}: formatting`}
            controls={props.id}
            onLink={() => setEditingLink(true)}
          />
        ) : (
          <div className={styles.toolbar} />
        )}
        <div ref={place} className={styles.scroller} onKeyDown={onKeyDown} role="presentation" />
        {editor && editingLink && (
          <LinkDialog editor={editor} onClose={() => setEditingLink(false)} />
        )}
      </div>
    </>
  )
}

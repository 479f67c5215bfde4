import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { PasteFoot } from '#rich-text/paste/PasteFoot.tsx'
import { ArrivalArea } from './ArrivalArea.tsx'
import { HtmlMode, loadHtmlView } from './HtmlMode.tsx'
import { ModeSwitch } from './ModeSwitch.tsx'
import styles from './RichTextField.module.css'
import type { RichTextFieldProps } from './rich-text-field-props.ts'
import type { TextMode } from './text-session.ts'
import { ToolDialogs } from './ToolDialogs.tsx'
import { Toolbar } from './Toolbar.tsx'
import type { ToolDialog } from './tools.ts'
import { UnreadNotice } from './UnreadNotice.tsx'
import { useRichText } from './use-rich-text.ts'
import './editor.css'

/** Toolbar and text in one box. Load it through `LazyRichTextField`. */
export function RichTextField(props: RichTextFieldProps) {
  const { editor, session, mode, refusal, arrival, unread, dismissArrival, place } =
    useRichText(props)
  const toolbar = useRef<HTMLDivElement>(null)
  const [dialog, setDialog] = useState<ToolDialog | 'part' | null>(null)
  const [askedForHtml, setAskedForHtml] = useState(false)

  // Protected parts are drawn by the editor: their buttons and keys ask for the dialog in this way.
  useEffect(() => {
    const open = () => setDialog('part')
    editor?.on('editPart', open)
    return () => {
      editor?.off('editPart', open)
    }
  }, [editor])

  const switchTo = async (next: TextMode) => {
    if (next === 'html') {
      // Until its part has arrived the text can be written on as it is.
      await loadHtmlView().catch(() => {})
      setAskedForHtml(true)
      session.showHtml()
    } else {
      // Only what is shown can take the focus.
      flushSync(() => session.showVisual())
      session.focus()
    }
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isLink = (event.ctrlKey || event.metaKey) && !event.altKey && event.key === 'k'
    // Editors on the web are left for their toolbar with Alt+F10.
    const isToolbar = event.altKey && event.key === 'F10'
    if (!isLink && !isToolbar) return
    event.preventDefault()
    if (isLink) setDialog('link')
    else toolbar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }

  return (
    <>
      {editor && mode === 'html' && (
        <HtmlMode
          field={props}
          session={session}
          editor={editor}
          refusal={refusal}
          takesFocus={askedForHtml}
          onSwitch={(next) => void switchTo(next)}
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
            onOpen={setDialog}
          >
            <ModeSwitch mode="visual" onSwitch={(next) => void switchTo(next)} stop="" />
          </Toolbar>
        ) : (
          <div className={styles.toolbar} />
        )}
        <div
          ref={place}
          className={styles.scroller}
          onKeyDown={onKeyDown}
          onDoubleClick={() => {
            if (editor?.isActive('image')) setDialog('picture')
            else if (editor?.isActive('protectedInline')) setDialog('part')
          }}
          role="presentation"
        />
        {editor && <PasteFoot editor={editor} moveOn={props.moveOn} />}
        {editor && dialog !== null && (
          <ToolDialogs
            editor={editor}
            session={session}
            open={dialog}
            onClose={() => setDialog(null)}
          />
        )}
      </div>
      {unread && <UnreadNotice label={props.label} {...unread} />}
      {editor && (
        <ArrivalArea
          label={props.label}
          arrival={arrival}
          schema={editor.schema}
          onDismiss={dismissArrival}
          onStayInHtml={
            mode === 'html'
              ? undefined
              : () => {
                  dismissArrival('protectedParts')
                  void switchTo('html')
                }
          }
        />
      )}
    </>
  )
}

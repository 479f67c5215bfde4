import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { PasteFoot } from '#editor/paste/PasteFoot.tsx'
import { HtmlMode, loadHtmlView } from './HtmlMode.tsx'
import { ModeSwitch } from './ModeSwitch.tsx'
import styles from './RichTextField.module.css'
import type { RichTextFieldProps } from './rich-text-field-props.ts'
import type { TextMode } from '#editor/document/text-session.ts'
import { ToolDialogs } from '#editor/toolbar/ToolDialogs.tsx'
import { Toolbar } from '#editor/toolbar/Toolbar.tsx'
import type { ToolDialog } from '#editor/toolbar/tools.ts'
import { useRichText } from './use-rich-text.ts'
import './editor.css'
import type { Schema } from '@tiptap/pm/model'
import { Later } from '#ui/loading/Later.tsx'
import type { Arrival } from '#editor/document/lossless-document.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { saveFile } from '#ui/save-file.ts'
import type { Unread } from '#editor/document/text-delivery.ts'

const loadNotices = async () =>
  (await import('#editor/html-view/ArrivalNotices.tsx')).ArrivalNotices

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
        {editor && <PasteFoot editor={editor} moveOn={props.moveOn} dataPage={props.dataPage} />}
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

type ArrivalAreaProps = {
  label: string
  arrival: Arrival | null
  schema: Schema
  onDismiss: (told: 'removed' | 'protectedParts') => void
  onStayInHtml: (() => void) | undefined
}

/** Where it is said, and read out, what happened to a text when it was opened. */
function ArrivalArea({ arrival, ...props }: ArrivalAreaProps) {
  return (
    // There before its words are: screen readers announce what comes into an area that they know.
    <div aria-live="polite">
      {arrival && (
        <Later load={loadNotices} name="the notes about the text">
          {(ArrivalNotices) => <ArrivalNotices {...props} arrival={arrival} />}
        </Later>
      )}
    </div>
  )
}

/** Says that a text cannot be handed over as it is, and what of it is safe. */
function UnreadNotice({ label, raw, kept }: Unread & { label: string }) {
  return (
    <Notice
      tone="bad"
      role="alert"
      title={`${label}: part of this text cannot be read, so it is not sent.`}
      actions={
        <Button
          onClick={() => saveFile(`${label.toLowerCase()}.html`, raw.toWellFormed(), 'text/html')}
        >
          Download the text
        </Button>
      }
    >
      <p>
        {kept
          ? 'Undo the last change, or switch to HTML and remove what you added last. Your text is kept with the draft.'
          : 'It could not be saved in this browser. Download it now, then undo the last change.'}
      </p>
    </Notice>
  )
}

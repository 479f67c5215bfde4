import { Editor } from '@tiptap/core'
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useState,
  type RefCallback,
} from 'react'
import type { TextPosition } from '#html/parse/edit-blocks.ts'
import { registerDefaultPolicy } from '#html/safety/trusted-types.ts'
import { extensions } from '#editor/schema/extensions.ts'
import type { Arrival } from '#editor/document/lossless-document.ts'
import type { RichTextFieldProps } from './rich-text-field-props.ts'
import type { Unread } from '#editor/document/text-delivery.ts'
import {
  createTextSession,
  type TextMode,
  type TextSession,
} from '#editor/document/text-session.ts'

// Tiptap hands strings to a parser as soon as it makes an editor.
registerDefaultPolicy()

interface Shown {
  mode: TextMode
  refusal: string | null
}

interface RichText {
  editor: Editor | null
  session: TextSession
  mode: TextMode
  /** Why the present text cannot be shown visually. */
  refusal: string | null
  /** What happened to the text that was opened last. */
  arrival: Arrival | null
  /** The text where it cannot be handed over as it is. */
  unread: Unread | null
  /** Takes away one of the two things that are told of it. */
  dismissArrival: (told: 'removed' | 'protectedParts') => void
  /** Makes the editor in an element, and ends it when the element goes. */
  place: RefCallback<HTMLElement>
}

/** An editor that is part of a form: see `createTextSession` for what goes in and out. */
export function useRichText(props: RichTextFieldProps): RichText {
  const { id, labelId, describedBy, invalid, required = false } = props
  const { value, onChange, onBlur, channel, ref } = props
  const [editor, setEditor] = useState<Editor | null>(null)
  const [{ mode, refusal }, setShown] = useState<Shown>({ mode: 'visual', refusal: null })
  const [arrival, setArrival] = useState<Arrival | null>(null)
  const [unread, setUnread] = useState<Unread | null>(null)
  const [session] = useState(() =>
    createTextSession(value, channel, {
      onMode: (nextMode, nextRefusal) =>
        setShown((shown) =>
          shown.mode === nextMode && shown.refusal === nextRefusal
            ? shown
            : { mode: nextMode, refusal: nextRefusal },
        ),
      onArrival: setArrival,
      onUnread: setUnread,
    }),
  )
  // The session outlives renders: it gets the callbacks of the last one.
  useEffect(() => session.deliverTo({ onChange, onBlur }), [session, onChange, onBlur])

  const place = useCallback(
    (element: HTMLElement | null) => {
      const created = new Editor({
        element,
        extensions,
        injectCSS: false,
        onBeforeCreate: ({ editor: unborn }) => session.begin(unborn),
        onUpdate: () => session.changed(),
        onBlur: () => session.leave(),
      })
      setEditor(created)
      return () => {
        session.end()
        created.destroy()
        setEditor(null)
      }
    },
    [session],
  )

  const attributes = useMemo(
    () => ({
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-labelledby': labelId,
      'aria-invalid': String(invalid),
      'aria-required': String(required),
      spellcheck: 'true',
      // A translated text would be taken for a typed one.
      translate: 'no',
      ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
      // The HTML has the id while it is shown.
      ...(mode === 'visual' ? { id } : {}),
    }),
    [id, labelId, describedBy, invalid, required, mode],
  )
  // React does not render the text area.
  useEffect(() => editor?.setOptions({ editorProps: { attributes } }), [editor, attributes])

  // The editor owns its document, so the form's value is only compared with what it handed out.
  useEffect(() => session.receive(value), [session, value])

  // The form asks for the last keys before it is sent, and others change and show the text.
  useEffect(
    () =>
      channel.attach({
        flush: session.flush,
        rewrite: (html: string) => session.rewrite(html),
        reveal: (shown: TextPosition) => void session.reveal(shown),
      }),
    [session, channel],
  )

  // A label names a contenteditable element but does not move the focus there when it is pressed.
  useEffect(() => {
    const label = document.getElementById(labelId)
    const focus = () => session.focus()
    label?.addEventListener('click', focus)
    return () => label?.removeEventListener('click', focus)
  }, [session, labelId])

  useImperativeHandle(ref, () => ({ focus: () => session.focus() }), [session])

  return {
    editor,
    session,
    mode,
    refusal,
    arrival,
    unread,
    dismissArrival: (told) => setArrival((shown) => shown && { ...shown, [told]: [] }),
    place,
  }
}

import { Editor } from '@tiptap/core'
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useState,
  type RefCallback,
} from 'react'
import { registerDefaultPolicy } from '#html/trusted-types.ts'
import { extensions } from './extensions.ts'
import type { RichTextFieldProps } from './rich-text-field-props.ts'
import { createTextSession } from './text-session.ts'

// Tiptap hands strings to a parser as soon as it makes an editor.
registerDefaultPolicy()

interface RichText {
  editor: Editor | null
  /** Why the present text cannot be opened; a shorter one is taken in as soon as the form has it. */
  refused: string | null
  /** Makes the editor in an element, and ends it when the element goes. */
  place: RefCallback<HTMLElement>
}

/** An editor that is part of a form: see `createTextSession` for what goes in and out. */
export function useRichText(props: RichTextFieldProps): RichText {
  const { id, labelId, describedBy, invalid, value, onChange, onBlur, source, registerFlush, ref } =
    props
  const [editor, setEditor] = useState<Editor | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [session] = useState(() => createTextSession(value, source, setRefused))
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
      spellcheck: 'true',
      ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
      // A plain field stands in for a text that was refused, under the same id.
      ...(refused === null ? { id } : {}),
    }),
    [id, labelId, describedBy, invalid, refused],
  )
  // React does not render the text area.
  useEffect(() => editor?.setOptions({ editorProps: { attributes } }), [editor, attributes])

  // The editor owns its document, so the form's value is only compared with what it handed out.
  useEffect(() => session.receive(value), [session, value])

  // The form asks for the last keys before it is sent.
  useEffect(() => registerFlush(session.flush), [session, registerFlush])

  // A label names a contenteditable element but does not move the focus there when it is pressed.
  useEffect(() => {
    const label = document.getElementById(labelId)
    const focus = () => editor?.commands.focus()
    label?.addEventListener('click', focus)
    return () => label?.removeEventListener('click', focus)
  }, [editor, labelId])

  useImperativeHandle(
    ref,
    () => ({
      focus: () =>
        refused === null ? editor?.commands.focus() : document.getElementById(id)?.focus(),
    }),
    [editor, refused, id],
  )

  return { editor, refused, place }
}

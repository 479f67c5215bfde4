import { useEditor, type Editor } from '@tiptap/react'
import { useEffect, useImperativeHandle, useMemo, useState } from 'react'
import { registerDefaultPolicy } from '#html/trusted-types.ts'
import { extensions } from './extensions.ts'
import type { RichTextFieldProps } from './rich-text-field-props.ts'
import { createTextSession } from './text-session.ts'

// Tiptap hands strings to a parser as soon as it makes an editor.
registerDefaultPolicy()

/**
 * An editor that is part of a form: see `createTextSession` for what goes in and out. `refused` says
 * why the present text cannot be opened; a shorter one is taken in as soon as the form has it.
 */
export function useRichText(props: RichTextFieldProps): {
  editor: Editor | null
  refused: string | null
} {
  const { id, labelId, describedBy, invalid, value, onChange, onBlur, source, registerFlush, ref } =
    props
  const [refused, setRefused] = useState<string | null>(null)
  const [session] = useState(() => createTextSession(source, setRefused))
  // The session outlives renders: it gets the callback of the last one.
  useEffect(() => session.deliverTo(onChange), [session, onChange])

  const editorProps = useMemo(
    () => ({
      attributes: {
        id,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': labelId,
        'aria-invalid': String(invalid),
        spellcheck: 'true',
        ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
      },
    }),
    [id, labelId, describedBy, invalid],
  )

  const editor = useEditor(
    {
      extensions,
      editorProps,
      // With `true` and a late mount most cold loads ended with an empty page.
      immediatelyRender: false,
      shouldRerenderOnTransaction: false,
      injectCSS: false,
      // "1. " and "- " begin lists, as in Word. No other signs turn into formatting under the writer's
      // hands: "# of items" is no heading, and three dashes are three dashes.
      enableInputRules: ['orderedList', 'bulletList'],
      enablePasteRules: false,
      onBeforeCreate: ({ editor: created }) => session.begin(created, value),
      onUpdate: () => session.changed(),
      onBlur: () => {
        session.flush()
        onBlur()
      },
    },
    [],
  )

  // The editor owns its document, so the form's value is only compared with what it handed out.
  useEffect(() => session.receive(value), [session, value])

  // The form asks for the last keys before it is sent; leaving the page hands them over too.
  useEffect(() => {
    const withdraw = registerFlush(session.flush)
    return () => {
      session.end()
      withdraw()
    }
  }, [session, registerFlush])

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

  return { editor, refused }
}

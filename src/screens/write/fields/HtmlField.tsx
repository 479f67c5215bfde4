import { useCallback } from 'react'
import { useController } from 'react-hook-form'
import type { WritableLiveSource } from '#html/parse/live-source.ts'
import { EditorPlaceholder } from '#editor/EditorPlaceholder.tsx'
import type { HandOver } from '#editor/hand-over.ts'
import { LazyRichTextField } from '#editor/LazyRichTextField.tsx'
import type { MoveOn, RichTextHandle } from '#editor/rich-text-field-props.ts'
import { fieldNames } from '#drafts/store/draft-fields.ts'
import { describedBy, Field } from '#ui/forms/Field.tsx'
import { fieldId, type TextName, type DraftForm } from './form-fields.ts'
import type { TextAccess } from '#screens/write/draft/text-access.ts'

type HtmlFieldProps = {
  form: DraftForm
  name: TextName
  help: string
  /** Where the text goes block by block while it is being written. */
  live: WritableLiveSource
  handOver: HandOver<TextName>
  texts: TextAccess
  /** What is stored has not arrived: an editor made before would be made for nothing. */
  waiting: boolean
  /** The text that may take in what was pasted here and belongs there. */
  moveOnTo?: TextName
}

/** A formatted text of the form. */
export function HtmlField({
  form,
  name,
  help,
  live,
  handOver,
  texts,
  waiting,
  moveOnTo,
}: HtmlFieldProps) {
  const { field, fieldState } = useController({ control: form.control, name })
  const { ref, value, onChange, onBlur } = field
  const id = fieldId(name)
  const attach = useCallback(
    (handle: RichTextHandle | null) => {
      ref(handle)
      texts.attach(name, handle)
    },
    [ref, texts, name],
  )
  const registerFlush = useCallback(
    (flush: () => boolean) => handOver.register(name, flush),
    [handOver, name],
  )
  const error = fieldState.error?.message
  return (
    <Field id={id} label={fieldNames[name]} help={help} error={error}>
      {waiting ? (
        <EditorPlaceholder />
      ) : (
        <LazyRichTextField
          id={id}
          label={fieldNames[name]}
          labelId={`${id}-label`}
          describedBy={describedBy(id, { error: error !== undefined, help: true })}
          invalid={error !== undefined}
          value={value}
          onChange={onChange}
          onBlur={onBlur}
          source={live}
          registerFlush={registerFlush}
          moveOn={moveOnTo && moveOn(texts, moveOnTo)}
          ref={attach}
        />
      )}
    </Field>
  )
}

function moveOn(texts: TextAccess, to: TextName): MoveOn {
  return {
    label: fieldNames[to],
    append(html) {
      const before = texts.read(to)
      texts.rewrite(to, before + html)
      return () => texts.rewrite(to, before)
    },
  }
}

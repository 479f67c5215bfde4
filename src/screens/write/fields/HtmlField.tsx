import { dataAddress } from '#dataset/store/handed-file.ts'
import { useController } from 'react-hook-form'
import { EditorPlaceholder } from '#editor/EditorPlaceholder.tsx'
import { LazyRichTextField } from '#editor/LazyRichTextField.tsx'
import type { MoveOn } from '#editor/rich-text-field-props.ts'
import { fields, labelOf } from '#drafts/fields.ts'
import { describedBy, Field } from '#ui/forms/Field.tsx'
import type { TextAccess } from '#screens/write/draft/text-access.ts'
import type { Draft } from '#screens/write/draft/use-draft.ts'
import { fieldId, type TextName } from './form-fields.ts'

type HtmlFieldProps = {
  draft: Pick<Draft, 'form' | 'channels' | 'texts' | 'environment' | 'id'>
  name: TextName
  help: string
  /** What is stored has not arrived: an editor made before would be made for nothing. */
  waiting: boolean
  /** The text that may take in what was pasted here and belongs there. */
  moveOnTo?: TextName
}

/** A formatted text of the form. */
export function HtmlField({ draft, name, help, waiting, moveOnTo }: HtmlFieldProps) {
  const { form, channels, texts, environment, id: draftId } = draft
  const { field, fieldState } = useController({ control: form.control, name })
  const { ref, value, onChange, onBlur } = field
  const id = fieldId(name)
  const error = fieldState.error?.message
  return (
    <Field id={id} label={labelOf(name)} help={help} error={error}>
      {waiting ? (
        <EditorPlaceholder />
      ) : (
        <LazyRichTextField
          id={id}
          label={labelOf(name)}
          labelId={`${id}-label`}
          describedBy={describedBy(id, { error: error !== undefined, help: true })}
          invalid={error !== undefined}
          required={fields[name].required}
          value={value}
          onChange={onChange}
          onBlur={onBlur}
          channel={channels[name]}
          moveOn={moveOnTo && moveOn(texts, moveOnTo)}
          dataPage={dataAddress(environment, draftId)}
          ref={ref}
        />
      )}
    </Field>
  )
}

function moveOn(texts: TextAccess, to: TextName): MoveOn {
  return {
    label: labelOf(to),
    append(html) {
      const before = texts.read(to)
      texts.rewrite(to, before + html)
      return () => texts.rewrite(to, before)
    },
  }
}

import { useId, useState } from 'react'
import { LazyRichTextField } from '#editor/LazyRichTextField.tsx'
import { createTextChannel } from '#editor/text-channel.ts'
import { textIn, type ItemFormProps } from '#questions/fields/form-props.ts'
import { MemberText } from '#questions/fields/MemberText.tsx'
import { Field } from '#ui/forms/Field.tsx'

/** A text between the questions, in the editor of the other texts; Markdown is written as it is. */
export function RichTextForm({ item, set }: ItemFormProps) {
  const id = useId()
  const content = textIn(item, 'content')
  const [channel] = useState(() => createTextChannel(content))
  if (item['content_format'] === 'markdown') {
    const help = 'Prolific turns Markdown into formatted text.'
    return <MemberText item={item} set={set} member="content" label="Text" help={help} long />
  }
  return (
    <Field id={id} label="Text">
      <LazyRichTextField
        id={id}
        label="Text"
        labelId={`${id}-label`}
        describedBy={undefined}
        invalid={false}
        value={content}
        onChange={(html) => {
          channel.settle(html)
          if (html !== content) set({ content: html })
        }}
        onBlur={() => {}}
        channel={channel}
        ref={noRef}
      />
    </Field>
  )
}

const noRef = () => {}

import { useId, type ReactNode } from 'react'
import control from '#ui/control.module.css'
import { describedBy, Field } from '#ui/forms/Field.tsx'
import { orNothing, textIn, type ItemFormProps } from './form-props.ts'

type MemberTextProps = Pick<ItemFormProps, 'item' | 'set'> & {
  member: string
  label: string
  help?: ReactNode
  placeholder?: string
  /** Left out of the item while it is empty. */
  optional?: boolean
  /** More than a line can be written. */
  long?: boolean
  type?: 'text' | 'url'
}

/** A text of an item. */
export function MemberText(props: MemberTextProps) {
  const { item, set, member, label, help, placeholder, optional = false, long = false } = props
  const id = useId()
  const shared = {
    id,
    className: control.control,
    value: textIn(item, member),
    placeholder,
    'aria-describedby': describedBy(id, { help: help !== undefined }),
    onChange: ({ target }: { target: { value: string } }) =>
      set({ [member]: optional ? orNothing(target.value) : target.value }),
  }
  return (
    <Field id={id} label={label} help={help} optional={optional}>
      {long ? <textarea rows={2} {...shared} /> : <input type={props.type ?? 'text'} {...shared} />}
    </Field>
  )
}

/** What every question has: its wording and a help text. */
export function WordingFields({ item, set }: Pick<ItemFormProps, 'item' | 'set'>) {
  return (
    <>
      <MemberText item={item} set={set} member="description" label="Question" long />
      <MemberText item={item} set={set} member="helper_text" label="Help text" optional />
    </>
  )
}

import { useId, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '#ui/Button.tsx'
import control from '#ui/control.module.css'
import { describedBy, Field } from '#ui/forms/Field.tsx'
import styles from './fields.module.css'
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

type WordingFieldsProps = Pick<ItemFormProps, 'item' | 'set'> & {
  /** Whether people may well have nothing to answer, so that the wording can say "(optional)". */
  mayBeOptional?: boolean
}

/** What every question has: its wording and a help text. */
export function WordingFields({ item, set, mayBeOptional = false }: WordingFieldsProps) {
  const wording = textIn(item, 'description')
  const isOffered = mayBeOptional && wording.trim() !== '' && !/\boptional\b/i.test(wording)
  return (
    <>
      <MemberText item={item} set={set} member="description" label="Question" long />
      <p className={styles.note}>
        Prolific has no setting for required questions.{' '}
        {isOffered && (
          <Button
            kind="quiet"
            onClick={({ currentTarget }) => {
              const field = currentTarget.closest('p')?.previousElementSibling
              flushSync(() => set({ description: `${wording.trimEnd()} (optional)` }))
              field?.querySelector('textarea')?.focus()
            }}
          >
            Add “(optional)”
          </Button>
        )}
      </p>
      <MemberText item={item} set={set} member="helper_text" label="Help text" optional />
    </>
  )
}

import { useId, useState } from 'react'
import { valueOfWritten } from '#contract/questions/written-questions.ts'
import { hasMembers } from '#contract/json-value.ts'
import type { ItemAddress } from '#questions/layout/address.ts'
import { typeOf } from '#questions/layout/read-layout.ts'
import { scaleAround } from '#questions/scale/rating-scale.ts'
import { Button } from '#ui/Button.tsx'
import control from '#ui/control.module.css'
import { describedBy, Field } from '#ui/forms/Field.tsx'
import { useBuilder } from '#questions/builder/state/builder-context.ts'
import styles from './builder.module.css'
import { kindFormOf } from './kind-forms.ts'

type ItemFormProps = { at: ItemAddress; value: unknown }

/** The settings of an item: the form of its kind, or its JSON where the kind is not known. */
export function ItemForm({ at, value }: ItemFormProps) {
  const { store, columns } = useBuilder()
  const { Form } = kindFormOf(typeOf(value))
  const items = store.get().pages?.[at.page]?.rows[at.row]?.columns[at.column]?.items ?? []
  const found = scaleAround(items, at.item)
  if (!Form || !hasMembers(value)) return <ProtectedForm at={at} value={value} />
  return (
    <>
      {found && (
        <p className={styles.partOfScale}>
          This is part of a rating scale.{' '}
          <Button
            kind="quiet"
            onClick={() =>
              store.startScale({ at: { ...at, item: found.start }, length: found.length })
            }
          >
            Edit the scale…
          </Button>
        </p>
      )}
      <Form
        item={value}
        set={(members) => store.update(at, members)}
        addBelow={(members, item) => store.addBelow(at, members, item)}
        columns={columns}
      />
    </>
  )
}

/** A question of a kind that is not known: it is kept exactly, and its JSON can be changed. */
function ProtectedForm({ at, value }: ItemFormProps) {
  const { store } = useBuilder()
  const id = useId()
  const [text, setText] = useState(() => JSON.stringify(value, null, 2))
  const [isBroken, setBroken] = useState(false)
  const change = (next: string) => {
    setText(next)
    const item = valueOfWritten(next)
    setBroken(!hasMembers(item))
    if (hasMembers(item)) store.replace(at, item)
  }
  return (
    <Field
      id={id}
      label="Protected question"
      help="This version does not know this kind of question. It is kept exactly, and you can edit it as JSON."
      error={isBroken ? 'This is no complete JSON yet. The question stays as it was.' : undefined}
    >
      <textarea
        id={id}
        className={`${control.control} ${styles.code}`}
        rows={Math.min(16, text.split('\n').length + 1)}
        spellCheck={false}
        value={text}
        aria-invalid={isBroken}
        aria-describedby={describedBy(id, { help: true, error: isBroken })}
        onChange={({ target }) => change(target.value)}
      />
    </Field>
  )
}

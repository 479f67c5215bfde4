import control from '#ui/control.module.css'
import { Field } from '#ui/Field.tsx'

type BatchSearchProps = {
  words: string
  onChange: (words: string) => void
  onLeave: () => void
}

const id = 'batch-search'

/** Narrows the list to names that contain these words, or to the batch of an id. */
export function BatchSearch({ words, onChange, onLeave }: BatchSearchProps) {
  return (
    <div role="search">
      <Field id={id} label="Search by name or batch id">
        <input
          id={id}
          type="search"
          className={control.control}
          value={words}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onLeave}
        />
      </Field>
    </div>
  )
}

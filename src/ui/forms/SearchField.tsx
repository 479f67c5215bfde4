import control from '#ui/control.module.css'
import { Field } from './Field.tsx'

type SearchFieldProps = {
  id: string
  label: string
  placeholder?: string
  words: string
  onChange: (words: string) => void
  onLeave?: () => void
}

/** Narrows what the screen shows to what these words describe. */
export function SearchField(props: SearchFieldProps) {
  const { id, label, placeholder, words, onChange, onLeave } = props
  return (
    <div role="search">
      <Field id={id} label={label}>
        <input
          id={id}
          type="search"
          className={control.control}
          value={words}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onLeave}
        />
      </Field>
    </div>
  )
}

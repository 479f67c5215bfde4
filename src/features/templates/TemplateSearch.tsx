import control from '#ui/control.module.css'
import { Field } from '#ui/Field.tsx'

type TemplateSearchProps = { words: string; onChange: (words: string) => void }

/** The id of its field. */
export const SEARCH_ID = 'template-search'

/** Narrows the gallery to what these words describe. */
export function TemplateSearch({ words, onChange }: TemplateSearchProps) {
  return (
    <div role="search">
      <Field id={SEARCH_ID} label="Search templates">
        <input
          id={SEARCH_ID}
          type="search"
          className={control.control}
          value={words}
          placeholder="For example: sentiment, comparison, images"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
    </div>
  )
}

import { useId, useState } from 'react'
import { fileCountDefaults } from '#contract/questions/file-upload.ts'
import styles from '#questions/fields/fields.module.css'
import type { ItemFormProps } from '#questions/fields/form-props.ts'
import { WordingFields } from '#questions/fields/MemberText.tsx'
import { NumberField } from '#questions/fields/NumberField.tsx'
import { asMembers, asWords } from '#questions/words/as-words.ts'
import control from '#ui/control.module.css'
import { Field } from '#ui/forms/Field.tsx'

/** The settings of a question that is answered by files. */
export function FileUploadForm({ item, set }: ItemFormProps) {
  const id = useId()
  const written = asMembers(item['accepted_file_types']).map(asWords).join(', ')
  const [types, setTypes] = useState(written)
  return (
    <>
      <WordingFields item={item} set={set} />
      <Field
        id={id}
        label="File types"
        optional
        help="For example .pdf, .docx. If you leave it empty, Prolific takes .jpg, .jpeg, .png, .heic and .heif."
      >
        <input
          id={id}
          className={control.control}
          value={types}
          aria-describedby={`${id}-help`}
          onChange={({ target }) => {
            setTypes(target.value)
            set({ accepted_file_types: typesIn(target.value) })
          }}
        />
      </Field>
      <div className={styles.row}>
        <NumberField
          label="Largest file, in MB"
          value={item['max_file_size_mb']}
          placeholder="25"
          optional
          min={0}
          onChange={(value) => set({ max_file_size_mb: value })}
        />
        <NumberField
          label="Fewest files"
          value={item['min_file_count']}
          placeholder={String(fileCountDefaults.min)}
          optional
          min={1}
          onChange={(value) => set({ min_file_count: value })}
        />
        <NumberField
          label="Most files"
          value={item['max_file_count']}
          placeholder={String(fileCountDefaults.max)}
          optional
          min={1}
          onChange={(value) => set({ max_file_count: value })}
        />
      </div>
    </>
  )
}

/** "pdf, .docx" as [".pdf", ".docx"]; undefined without any. */
function typesIn(text: string): string[] | undefined {
  const types = text.split(/[\s,;]+/).filter((type) => type.replaceAll('.', '') !== '')
  if (types.length === 0) return undefined
  return types.map((type) => (type.startsWith('.') ? type : `.${type}`))
}

import { RenderedDifference } from '#comparison/RenderedDifference.tsx'
import { fieldNames, fieldOrder, type FieldName } from '#drafts/store/draft-fields.ts'
import type { DraftTexts } from '#drafts/store/stored-draft.ts'
import { htmlFields } from '#screens/write/fields/form-fields.ts'
import styles from './DraftDifference.module.css'

type DraftDifferenceProps = { before: DraftTexts; after: DraftTexts }

/** Everything in which two states of a draft differ: formatted texts as they look, the rest as words. */
export function DraftDifference({ before, after }: DraftDifferenceProps) {
  const changed = fieldOrder.filter((field) => before[field] !== after[field])
  if (changed.length === 0) return <p>Nothing differs.</p>
  return changed.map((field) => (
    <section key={field} className={styles.field} aria-label={fieldNames[field]}>
      <h3>{fieldNames[field]}</h3>
      {isFormatted(field) ? (
        <RenderedDifference before={before[field]} after={after[field]} />
      ) : (
        <p className={styles.line}>
          <del>{before[field] || 'empty'}</del> → <ins>{after[field] || 'empty'}</ins>
        </p>
      )}
    </section>
  ))
}

function isFormatted(field: FieldName) {
  return htmlFields.some((name) => name === field)
}

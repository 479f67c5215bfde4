import { RenderedDifference } from '#comparison/RenderedDifference.tsx'
import { fieldOrder, fields, labelOf } from '#drafts/fields.ts'
import type { DraftTexts } from '#drafts/store/stored-draft.ts'
import styles from './DraftDifference.module.css'

type DraftDifferenceProps = { before: DraftTexts; after: DraftTexts }

/** Everything in which two states of a draft differ: formatted texts as they look, the rest as words. */
export function DraftDifference({ before, after }: DraftDifferenceProps) {
  const changed = fieldOrder.filter((field) => before[field] !== after[field])
  if (changed.length === 0) return <p>Nothing differs.</p>
  return changed.map((field) => (
    <section key={field} className={styles.field} aria-label={labelOf(field)}>
      <h3>{labelOf(field)}</h3>
      {fields[field].kind === 'html' ? (
        <RenderedDifference before={before[field]} after={after[field]} />
      ) : (
        <p className={styles.line}>
          <del>{wordsOf(before[field])}</del> → <ins>{wordsOf(after[field])}</ins>
        </p>
      )}
    </section>
  ))
}

function wordsOf(value: string | boolean) {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return value || 'empty'
}

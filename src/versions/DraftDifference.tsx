import { RenderedDifference } from '#comparison/RenderedDifference.tsx'
import { fieldOrder, htmlFields, labelOf } from '#drafts/fields.ts'
import type { DraftTexts } from '#drafts/store/draft-texts.ts'
import styles from './DraftDifference.module.css'

type DraftDifferenceProps = { before: DraftTexts; after: DraftTexts }

/** Everything in which two states of a draft differ: formatted texts as they look, the rest as words. */
export function DraftDifference({ before, after }: DraftDifferenceProps) {
  const changed = fieldOrder.filter((field) => before[field] !== after[field])
  if (changed.length === 0) return <p>There are no differences.</p>
  return changed.map((field) => {
    const html = htmlFields.find((name) => name === field)
    return (
      <section key={field} className={styles.field} aria-label={labelOf(field)}>
        <h3>{labelOf(field)}</h3>
        {html ? (
          <RenderedDifference before={before[html]} after={after[html]} />
        ) : (
          <p className={styles.line}>
            <del>{wordsOf(before[field])}</del> → <ins>{wordsOf(after[field])}</ins>
          </p>
        )}
      </section>
    )
  })
}

function wordsOf(value: string | boolean) {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return value || 'empty'
}

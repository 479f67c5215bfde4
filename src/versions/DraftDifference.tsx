import { RenderedDifference } from '#comparison/RenderedDifference.tsx'
import { valueOfWritten } from '#contract/questions/written-questions.ts'
import { fieldOrder, htmlFields, labelOf } from '#drafts/fields.ts'
import type { DraftTexts } from '#drafts/store/draft-texts.ts'
import styles from './DraftDifference.module.css'
import { LaterQuestionsDifference } from './LaterQuestionsDifference.tsx'

type DraftDifferenceProps = {
  before: DraftTexts
  after: DraftTexts
  /** What both are called. */
  names: readonly [string, string]
}

/** Everything in which two states of a draft differ: formatted texts as they look, the rest in words. */
export function DraftDifference({ before, after, names }: DraftDifferenceProps) {
  const changed = fieldOrder.filter((field) => before[field] !== after[field])
  if (changed.length === 0) return <p>There are no differences.</p>
  return changed.map((field) => {
    const html = htmlFields.find((name) => name === field)
    const questions = field === 'questions' ? readable(before[field], after[field]) : null
    return (
      <section key={field} className={styles.field} aria-label={labelOf(field)}>
        <h3>{labelOf(field)}</h3>
        {html && <RenderedDifference before={before[html]} after={after[html]} />}
        {questions && <LaterQuestionsDifference {...questions} names={names} />}
        {!html && !questions && (
          <p className={styles.line}>
            <del>{wordsOf(before[field])}</del> → <ins>{wordsOf(after[field])}</ins>
          </p>
        )}
      </section>
    )
  })
}

/** Questions that can be told in words; null where one of them is no list, such as half-written JSON. */
function readable(one: string, other: string) {
  const [before, after] = [one, other].map((source) =>
    source.trim() === '' ? [] : valueOfWritten(source),
  )
  return Array.isArray(before) && Array.isArray(after) ? { before, after } : null
}

function wordsOf(value: string | boolean) {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return value || 'empty'
}

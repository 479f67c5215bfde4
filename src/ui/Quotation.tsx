import styles from './Quotation.module.css'

/** Where words of somebody else stop being useful at a glance. */
const GLANCE = 300

type QuotationProps = { speaker: string; words: string }

/** What somebody else said, as plain text: at most 300 characters at once, the rest behind "More". */
export function Quotation({ speaker, words }: QuotationProps) {
  if (words === '') return null
  if (words.length <= GLANCE) {
    return (
      <p>
        {speaker} says: “{words}”
      </p>
    )
  }
  return (
    <>
      <p>
        {speaker} says: “{words.slice(0, GLANCE)}…”
      </p>
      <details className={styles.more}>
        <summary className={styles.summary}>More</summary>
        <p>…{words.slice(GLANCE)}</p>
      </details>
    </>
  )
}

import { RenderedDifference } from '#comparison/RenderedDifference.tsx'
import { SourceColumns } from '#comparison/SourceColumns.tsx'
import styles from './TextsDifference.module.css'
import type { DifferingText } from './texts-of.ts'

type TextsDifferenceProps = {
  texts: readonly DifferingText[]
  /** What the text before and the text after are called, for example "Yours" and "Stored". */
  names: readonly [string, string]
}

/** What differs in each text, as participants would see it, and the exact HTML for those who ask. */
export function TextsDifference({ texts, names }: TextsDifferenceProps) {
  return (
    <div className={styles.texts}>
      {texts.map(({ name, isHtml, before, after }) => (
        <section key={name} className={styles.text} aria-label={name}>
          <p className={styles.name}>{name}</p>
          <RenderedDifference
            before={isHtml ? before : asHtml(before)}
            after={isHtml ? after : asHtml(after)}
          />
          <details className={styles.exact}>
            <summary>Show the exact HTML</summary>
            <SourceColumns before={before} after={after} names={names} />
          </details>
        </section>
      ))}
    </div>
  )
}

/** HTML that shows a line of text as it is written. */
function asHtml(line: string) {
  return line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

import { RenderedDifference } from '#comparison/RenderedDifference.tsx'
import { SourceColumns } from '#comparison/SourceColumns.tsx'
import { questionPages } from '#questions/words/question-pages.ts'
import styles from './QuestionsDifference.module.css'

type QuestionsDifferenceProps = {
  before: readonly unknown[]
  after: readonly unknown[]
  /** What the questions before and after are called, for example "Yours" and "Stored". */
  names: readonly [string, string]
}

/**
 * What differs in questions of any shape, in words, and the exact JSON for those who ask. Load it through
 * `LaterQuestionsDifference`: the words of all kinds of questions come with it.
 */
export function QuestionsDifference({ before, after, names }: QuestionsDifferenceProps) {
  return (
    <>
      <RenderedDifference before={asHtml(before)} after={asHtml(after)} />
      <details className={styles.exact}>
        <summary>Show the exact JSON</summary>
        <SourceColumns before={asJson(before)} after={asJson(after)} names={names} />
      </details>
    </>
  )
}

/** The questions as the paragraphs and lists in which they are compared. */
function asHtml(questions: readonly unknown[]) {
  return questionPages(questions)
    .map(({ heading, items }) => {
      const parts = items.map(({ kind, words, details }) => {
        const told = details.map(
          ([term, values]) => `<li>${escaped(`${term}: ${values.join(' · ')}`)}</li>`,
        )
        const list = told.length > 0 ? `<ul>${told.join('')}</ul>` : ''
        return `<p><strong>${escaped(kind)}</strong>: ${escaped(words)}</p>${list}`
      })
      return `<h3>${escaped(heading)}</h3>${parts.join('')}`
    })
    .join('')
}

function asJson(questions: readonly unknown[]) {
  return questions.length === 0 ? '' : JSON.stringify(questions, null, 2)
}

function escaped(text: string) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

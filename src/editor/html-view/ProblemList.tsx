import { counted } from '#ui/counted.ts'
import type { HtmlProblem } from './html-problems.ts'
import styles from './HtmlView.module.css'

type ProblemListProps = {
  problems: readonly HtmlProblem[]
  /** The line on which an index of the text is. */
  lineOf: (index: number) => number
  onShow: (problem: HtmlProblem) => void
}

const MOST_SHOWN = 5

/** What is underlined, in words and each with a way there. */
export function ProblemList({ problems, lineOf, onShow }: ProblemListProps) {
  const more = problems.length - MOST_SHOWN
  return (
    <>
      {/* Only the number is read out while somebody types. */}
      <p className="visually-hidden" aria-live="polite">
        {problems.length > 0 && `${counted(problems.length, 'problem')} in the HTML.`}
      </p>
      {problems.length > 0 && (
        <ul className={styles.problems} aria-label="Problems in the HTML">
          {problems.slice(0, MOST_SHOWN).map((problem) => (
            <li key={`${problem.from} ${problem.message}`}>
              <button
                type="button"
                className={styles.problem}
                data-severity={problem.severity}
                onClick={() => onShow(problem)}
              >
                <span className={styles.line}>Line {lineOf(problem.from)}</span> {problem.message}
              </button>
            </li>
          ))}
          {more > 0 && <li className={styles.more}>And {counted(more, 'more problem')}.</li>}
        </ul>
      )}
    </>
  )
}

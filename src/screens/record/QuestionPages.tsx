import { useId, useState } from 'react'
import { questionPages, type QuestionPage } from '#questions/words/question-pages.ts'
import { type SharedTask, noQuestions } from '#share/shared-task.ts'
import { Terms } from '#share/Terms.tsx'
import styles from './QuestionPages.module.css'

/** Every question of a task with its answers and limits, and what is shown beside them. */
export function QuestionPages({ task }: { task: SharedTask }) {
  const [pages] = useState(() => questionPages(task.questions))
  if (pages.length === 0) return <p>{noQuestions(task)}</p>
  return pages.map((page) => <Page key={page.heading} page={page} />)
}

function Page({ page: { heading, items } }: { page: QuestionPage }) {
  const id = useId()
  return (
    <div className={styles.page}>
      <h3 id={id}>{heading}</h3>
      <ul aria-labelledby={id} className={styles.items}>
        {items.map(({ kind, isQuestion, words, details }, index) => (
          <li key={index} className={styles.item} data-question={isQuestion || undefined}>
            <p className={styles.kind}>{kind}</p>
            <p lang="" dir="auto" className={styles.words}>
              {words}
            </p>
            {details.length > 0 && <Terms rows={details.map(oneOrMany)} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

function oneOrMany([term, values]: QuestionPage['items'][number]['details'][number]) {
  const [first = '', ...more] = values
  return [term, more.length > 0 ? values : first] as const
}

import type { Backend } from '#contract/app-config.ts'
import { readQuestions } from '#contract/questions/written-questions.ts'
import { questionPages } from '#questions/words/question-pages.ts'
import { counted } from '#ui/counted.ts'
import type { TemplateChoice } from './template-choice.ts'
import styles from './TemplatePreview.module.css'

type PreviewFactsProps = { choice: TemplateChoice; backend: Backend }

/** What comes with a template besides its texts, and what is left to do. */
export function PreviewFacts({ choice, backend }: PreviewFactsProps) {
  const { fields, own } = choice
  const asked = questionsOf(choice.texts.questions)
  return (
    <div className={styles.facts}>
      <section>
        <h3>{counted(asked.length, 'question')} for each item</h3>
        {asked.length === 0 && <p>Add them on the Write page, or later in Prolific.</p>}
        <ul>
          {asked.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      </section>
      {fields.length > 0 && (
        <section>
          <h3>Your dataset</h3>
          <p>
            The questions show {fields.length === 1 ? 'the column' : 'the columns'}{' '}
            {fields.map((field, index) => (
              <span key={field}>
                {index > 0 && ', '}
                <code>{field}</code>
              </span>
            ))}
            .{' '}
            {backend.place === 'practice'
              ? 'A matching practice dataset is selected for you.'
              : 'Give your columns these names, or change the questions.'}
          </p>
        </section>
      )}
      {!own && (
        <section>
          <h3>Before you use it</h3>
          <ul>
            <li>Fill in the marked placeholders: your lab, the minutes and a contact address.</li>
            <li>
              The text speaks for you. Check that what it says about people and their data is true
              of your study.
            </li>
          </ul>
        </section>
      )}
    </div>
  )
}

/** The words of each question; none where what was typed is not finished. */
function questionsOf(text: string): string[] {
  return questionPages(readQuestions(text).items)
    .flatMap(({ items }) => items)
    .flatMap(({ isQuestion, words }) => (isQuestion ? [words] : []))
}

import { encodeBody } from '#api/http.ts'
import { CopyButton } from '#ui/CopyButton.tsx'
import { byteLength } from '#html/task-texts.ts'
import type { BatchDraft } from './batch-draft.ts'
import { readQuestions } from './questions.ts'
import styles from './RequestPanel.module.css'
import { toCreateBatchRequest } from './to-create-batch-request.ts'

const size = new Intl.NumberFormat(undefined, {
  style: 'unit',
  unit: 'byte',
  unitDisplay: 'long',
})

/** The request, byte for byte: made by the function that makes what is sent. */
export function RequestPanel({ draft }: { draft: BatchDraft }) {
  const body = encodeBody(toCreateBatchRequest(draft))
  const { problems } = readQuestions(draft.questions)

  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <p>
          For developers and your records: exactly what is sent.{' '}
          <span className={styles.size}>{size.format(byteLength(body))}</span>
        </p>
        <CopyButton text={body} what="the request" />
      </div>
      {problems.length > 0 && (
        <p className={styles.note}>The questions need mending first. Nothing is sent until then.</p>
      )}
      <pre className={styles.json} tabIndex={0} role="region" aria-label="Request">
        {body}
      </pre>
    </div>
  )
}

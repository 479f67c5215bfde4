import { byteLength } from '#html/task-texts.ts'
import { CopyButton } from '#ui/CopyButton.tsx'
import styles from './RequestPanel.module.css'

const size = new Intl.NumberFormat(undefined, {
  style: 'unit',
  unit: 'byte',
  unitDisplay: 'long',
})

/** The body of the request, byte for byte. */
export function RequestBody({ body }: { body: string }) {
  return (
    <>
      <div className={styles.head}>
        <p>
          For developers and your records: exactly what is sent.{' '}
          <span className={styles.size}>{size.format(byteLength(body))}</span>
        </p>
        <CopyButton text={body} what="the request" />
      </div>
      <pre translate="no" className={styles.json} tabIndex={0} role="region" aria-label="Request">
        {body}
      </pre>
    </>
  )
}

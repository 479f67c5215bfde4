import type { Manifest } from '#handing-on/manifest.ts'
import { textNames } from '#html/task-texts.ts'
import { grouped } from '#ui/counted.ts'
import styles from './TaskRecord.module.css'

type HashesProps = { manifest: Manifest }

/** The texts as they are written, and by what they can be known again. */
export function Hashes({ manifest: { texts } }: HashesProps) {
  const rows = [
    [textNames.taskTitle, texts.task_name],
    [textNames.introduction, texts.task_introduction],
    [textNames.steps, texts.task_steps],
  ] as const
  return (
    <>
      <p className={styles.quiet}>
        Each SHA-256 is the fingerprint of a text: whoever makes it again later from a copy (in
        UTF-8) and gets the same one knows that not a single character has changed.
      </p>
      {rows.map(([name, { content, bytes, sha256 }]) => (
        <div key={name} className={styles.text}>
          <h3>{name}</h3>
          <p>
            SHA-256 <code>{sha256}</code>
            <span className={styles.quiet}> · {grouped(bytes)} bytes</span>
          </p>
          <details>
            <summary>As it is written</summary>
            <pre dir="auto" className={styles.source}>
              {content || '(empty)'}
            </pre>
          </details>
        </div>
      ))}
    </>
  )
}

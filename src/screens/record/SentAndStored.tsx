import type { Manifest } from '#share/manifest.ts'
import { detailOf, labelOf, taskTexts } from '#drafts/fields.ts'
import { localAndUtc } from '#ui/moment.ts'
import styles from './TaskRecord.module.css'

type SentAndStoredProps = { manifest: Manifest; place: string }

/** Whether what is stored is what was sent, as far as this browser knows. */
export function SentAndStored({ manifest: { sent, texts }, place }: SentAndStoredProps) {
  if (!sent) {
    return (
      <p>
        This browser does not know what was sent for this batch: it was created elsewhere, or long
        ago. This record shows what is stored.
      </p>
    )
  }
  const at = localAndUtc(sent.sent_at)
  const when = `${at?.local} (${at?.utc})`
  if (sent.stored_as_sent) {
    return (
      <p>
        {place} stores the texts exactly as they were last sent from this browser, {when}: every
        byte is the same.
      </p>
    )
  }
  const rows = taskTexts.map((text) => {
    const detail = detailOf(text)
    return [labelOf(text), sent.sha256[detail], texts[detail].sha256] as const
  })
  return (
    <>
      <p>
        The texts stored in {place} differ from those last sent from this browser, {when}. The
        stored texts apply, and are recorded above.
      </p>
      {rows
        .filter(([, one, other]) => one !== other)
        .map(([name, one]) => (
          <div key={name} className={styles.text}>
            <h3>{name}: differs</h3>
            <p>
              Sent with SHA-256 <code>{one}</code>
            </p>
          </div>
        ))}
    </>
  )
}

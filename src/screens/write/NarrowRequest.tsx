import { useState } from 'react'
import type { Environment } from '#contract/environment.ts'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'
import styles from './NarrowRequest.module.css'
import { RequestPanel } from './RequestPanel.tsx'

/** The request at the end of the checks, where a tab of its own would not fit. */
export function NarrowRequest({
  environment,
  draft,
}: {
  environment: Environment
  draft: BatchDraft
}) {
  const [open, setOpen] = useState(false)
  return (
    <details className={styles.request} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Request</summary>
      {open && <RequestPanel environment={environment} draft={draft} />}
    </details>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/read-batch.ts'
import type { Intent } from '#storage/intent.ts'
import { Button } from '#ui/Button.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { exactTimeOf } from '#ui/moment.ts'
import { adopt } from './look-for-batch.ts'
import styles from './UncertainSends.module.css'

type CandidatesProps = { backend: Backend; intent: Intent; batches: readonly Batch[] }

/** Batches of the same name and text: only a person knows which came of what was sent. */
export function Candidates({ backend, intent, batches }: CandidatesProps) {
  const client = useQueryClient()
  const [taken, setTaken] = useState(false)
  return (
    <>
      <p>{batches.length} batches fit. Which is yours?</p>
      <ul className={styles.candidates}>
        {batches.map((batch) => (
          <li key={batch.id} className={styles.candidate}>
            <Button onClick={async () => setTaken(!(await adopt(client, backend, intent, batch)))}>
              It is the one created {exactTimeOf(batch.created_at)}
            </Button>
            <LinkButton kind="quiet" href={`/${backend.place}/batches/${batch.id}`}>
              Open it
            </LinkButton>
          </li>
        ))}
      </ul>
      {taken && <p>That one is known to come from something else you sent. Look again.</p>}
    </>
  )
}

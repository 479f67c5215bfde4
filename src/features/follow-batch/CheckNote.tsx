import type { UseQueryResult } from '@tanstack/react-query'
import { explainFailure } from '#api/explain-failure.ts'
import { nextLook, type FollowedStatus } from '#api/follow-status.ts'
import { Button } from '#ui/Button.tsx'
import { shortMoment } from '#ui/moment.ts'
import { useSecondsUntil } from '#ui/use-seconds-until.ts'
import styles from './CheckNote.module.css'

type CheckNoteProps = { place: string; following: UseQueryResult<FollowedStatus> }

/** Says that the status shown may be old: when looking failed, and when it is tried again. */
export function CheckNote({ place, following }: CheckNoteProps) {
  const { data, error, errorUpdatedAt, isFetching, refetch } = following
  if (!error) return null
  const wait = nextLook(data, error, errorUpdatedAt, 0)

  return (
    <div className={styles.note}>
      <p>
        Could not check at {shortMoment(errorUpdatedAt)}.{' '}
        {explainFailure(error.failure, place).title} {isFetching && 'Trying again now.'}
        {!isFetching && wait !== false && <Countdown until={errorUpdatedAt + wait} />}
      </p>
      <Button kind="quiet" onClick={() => refetch()}>
        Try now
      </Button>
    </div>
  )
}

function Countdown({ until }: { until: number }) {
  return `Trying again in ${Math.max(1, useSecondsUntil(until))} s.`
}

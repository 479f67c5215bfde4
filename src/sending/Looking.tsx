import { explainFailure } from '#api/explain-failure.ts'
import { exactTime } from '#ui/moment.ts'
import { useSecondsUntil } from '#ui/use-seconds-until.ts'
import type { Look } from './look-for-batch.ts'

type LookingProps = {
  place: string
  looking: boolean
  done: number
  last: Look | null
  nextAt: number | null
}

/** How far the looking for a batch has come. */
export function Looking({ place, looking, done, last, nextAt }: LookingProps) {
  const seconds = useSecondsUntil(nextAt)
  return (
    <div aria-live="polite">
      {looking && <p>Looking for it in {place}…</p>}
      {!looking && last?.kind === 'failed' && (
        <p>
          {last.failure
            ? `The list could not be loaded either. ${explainFailure(last.failure, place).title}`
            : 'This look did not come to an end, so it says nothing.'}{' '}
          Your text is untouched.
        </p>
      )}
      {!looking && last?.kind === 'none' && (
        <p>
          Not there after {done === 1 ? '1 look' : `${done} looks`}, the last at{' '}
          {exactTime(last.at)}. It may still turn up.
          {last.unseen > 0 &&
            ` ${place} has ${last.unseen} more in this workspace than it lists: it may be one of them.`}
        </p>
      )}
      {!looking && last !== null && nextAt !== null && (
        // Not read out every second.
        <p aria-live="off">{seconds === 0 ? 'Looking again…' : `Looking again in ${seconds} s.`}</p>
      )}
    </div>
  )
}

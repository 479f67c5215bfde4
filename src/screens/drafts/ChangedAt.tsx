import { exactTime, shortMoment } from '#ui/moment.ts'

/** When a draft was last changed. */
export function ChangedAt({ at }: { at: number }) {
  const moment = shortMoment(at)
  return (
    <time dateTime={new Date(at).toISOString()}>
      Changed {moment.includes(',') ? moment : `at ${exactTime(at)}`}
    </time>
  )
}

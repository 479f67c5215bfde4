import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { useSecondsUntil } from './use-seconds-until.ts'

type TryingAgainProps = {
  /** What went wrong. */
  title: string
  /** When it is tried again by itself, in milliseconds since 1970. */
  nextAt: number
  onStop: () => void
}

/** Something failed and is tried again by itself: when, and how to stop it. */
export function TryingAgain({ title, nextAt, onStop }: TryingAgainProps) {
  const seconds = useSecondsUntil(nextAt)
  return (
    <Notice
      tone="caution"
      role="status"
      title={title}
      actions={<Button onClick={onStop}>Cancel</Button>}
    >
      {/* Not read out every second. */}
      <p aria-live="off">{seconds === 0 ? 'Trying again…' : `Trying again in ${seconds} s.`}</p>
    </Notice>
  )
}

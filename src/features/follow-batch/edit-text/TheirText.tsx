import type { TaskDetails } from '#contract/batch.ts'
import { TextsDifference } from '#features/follow-batch/TextsDifference.tsx'
import { differingTexts } from '#features/follow-batch/texts-of.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'

type TheirTextProps = {
  place: string
  /** Whether texts were sent already, without a clear answer. */
  sent: boolean
  expected: TaskDetails
  theirs: TaskDetails
  onKeep: () => void
  onReplace: () => void
}

/** Texts that are stored and that nobody here wrote: what differs, and whose are to stay. */
export function TheirText({ place, sent, expected, theirs, onKeep, onReplace }: TheirTextProps) {
  return (
    <Notice
      tone="caution"
      role="alert"
      title={
        sent
          ? `${place} has stored something else than you sent.`
          : 'Somebody changed this text while you were editing it. Nothing was sent.'
      }
      actions={
        <>
          <Button onClick={onKeep}>{sent ? 'Keep what is stored' : 'Keep theirs'}</Button>
          <Button onClick={onReplace}>{sent ? 'Send mine again' : 'Replace with mine'}</Button>
        </>
      }
    >
      <p>
        {sent
          ? 'No clear answer came. This is how what is stored differs from what you sent:'
          : 'This is what they changed. Decide whose text stays; yours is still in the form.'}
      </p>
      <TextsDifference
        texts={differingTexts(expected, theirs)}
        names={sent ? ['You sent', 'Stored now'] : ['You began from', 'Stored now']}
      />
    </Notice>
  )
}

import type { Sent } from '#outbox/store/sent-texts.ts'
import { Button } from '#ui/Button.tsx'
import { shortMoment } from '#ui/moment.ts'
import { Notice } from '#ui/Notice.tsx'
import { namesOf, type DifferingText } from './texts-of.ts'
import { TextsDifference } from './TextsDifference.tsx'

type StoredOtherwiseProps = {
  place: string
  sent: Sent
  texts: readonly DifferingText[]
  /** Takes what is stored for what was meant. */
  onAccept: () => void
}

/** What is stored is not what was sent from this browser: what differs, as participants would see it. */
export function StoredOtherwise({ place, sent, texts, onAccept }: StoredOtherwiseProps) {
  return (
    <Notice
      tone="caution"
      title={`The text that ${place} stored differs from the text you sent.`}
      actions={<Button onClick={onAccept}>Accept the stored text</Button>}
    >
      <p>
        {namesOf(texts)}: the changes since you sent it at {shortMoment(sent.sentAt)} are below. If
        formatting is missing, {place} most likely removed it. If words differ, somebody changed
        them.
      </p>
      <TextsDifference texts={texts} names={['You sent', `${place} stored`]} />
    </Notice>
  )
}

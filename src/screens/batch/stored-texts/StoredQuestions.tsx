import type { ComponentProps } from 'react'
import { labelOf } from '#drafts/fields.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { LaterQuestionsDifference } from '#versions/LaterQuestionsDifference.tsx'
import styles from './TextsDifference.module.css'

type StoredQuestionsProps = {
  place: string
  sent: readonly unknown[]
  stored: readonly unknown[]
  /** Takes what is stored for what was meant. */
  onAccept: () => void
}

/** The questions that are stored are not those that were sent from this page: what differs. */
export function StoredQuestions({ place, sent, stored, onAccept }: StoredQuestionsProps) {
  return (
    <Notice
      tone="caution"
      title={`The questions that ${place} stored differ from the questions you sent.`}
      actions={<Button onClick={onAccept}>Accept the stored questions</Button>}
    >
      <p>
        The changes are below. Either {place} stored them in another way, or somebody changed them
        since.
      </p>
      <NamedDifference before={sent} after={stored} names={['You sent', `${place} stored`]} />
    </Notice>
  )
}

/** The dataset that is stored is not the one that was sent from this page. */
export function StoredDataset({
  place,
  onAccept,
}: Pick<StoredQuestionsProps, 'place' | 'onAccept'>) {
  return (
    <Notice
      tone="caution"
      title={`The dataset that ${place} stored is not the one you chose.`}
      actions={<Button onClick={onAccept}>Accept the stored dataset</Button>}
    >
      <p>Somebody may have changed it since. The participant view shows the stored one.</p>
    </Notice>
  )
}

/** What differs in questions, under their name as the texts are under theirs. */
export function NamedDifference(props: ComponentProps<typeof LaterQuestionsDifference>) {
  return (
    <section className={styles.text} aria-label={labelOf('questions')}>
      <p className={styles.name}>{labelOf('questions')}</p>
      <LaterQuestionsDifference {...props} />
    </section>
  )
}

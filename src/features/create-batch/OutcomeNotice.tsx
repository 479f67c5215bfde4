import type { FieldName } from '#storage/draft-fields.ts'
import { Notice } from '#ui/Notice.tsx'
import { fieldsOfFailure } from './fields-of-failure.ts'
import { NotCreated } from './NotCreated.tsx'
import { NotKnown } from './NotKnown.tsx'
import styles from './OutcomeNotice.module.css'
import { OUTCOME } from './outcome-id.ts'
import type { Creation } from './use-creation.ts'

type OutcomeNoticeProps = {
  creation: Creation
  placeName: string
  onGoTo: (field: FieldName) => void
  onFound: () => void
  onSendAgain: () => void
}

/** How the last attempt ended, where that was not well. A good end leads to the batch's own page. */
export function OutcomeNotice(props: OutcomeNoticeProps) {
  const { creation, placeName, onGoTo, onFound, onSendAgain } = props
  const { offline, refused, unknown } = creation
  if (!offline && !refused && !unknown) return null
  return (
    <div ref={bringIntoView} id={OUTCOME} tabIndex={-1} className={styles.outcome}>
      {offline && (
        <Notice tone="caution" role="alert" title="You are offline. Nothing was sent.">
          <p>Your text is kept. Press the button again once you are back.</p>
        </Notice>
      )}
      {!offline && refused && (
        <NotCreated
          failure={refused}
          place={placeName}
          fields={fieldsOfFailure(refused).map(({ field }) => field)}
          onGoTo={onGoTo}
        />
      )}
      {!offline && unknown && (
        <NotKnown
          {...unknown.sending}
          error={unknown.error}
          sentAt={unknown.sentAt}
          onFound={onFound}
          onSendAgain={onSendAgain}
        />
      )}
    </div>
  )
}

/** The button that was pressed is at the other end of the screen. */
function bringIntoView(outcome: HTMLElement | null) {
  outcome?.focus()
}

import type { ApiError } from '#api/api-error.ts'
import { explainFailure } from '#api/explain-failure.ts'
import type { Backend } from '#contract/app-config.ts'
import type { TaskDetails } from '#contract/batch.ts'
import { StartFromThis } from '#screens/batch/StartFromThis.tsx'
import { Button } from '#ui/Button.tsx'
import { exactTime } from '#ui/moment.ts'
import { HereLink } from '#ui/HereLink.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Quotation } from '#ui/Quotation.tsx'
import type { EditState } from './use-text-edit.ts'
import { TextsDifference } from '#screens/batch/stored-texts/TextsDifference.tsx'
import { differingTexts } from '#screens/batch/stored-texts/texts-of.ts'

type EditOutcomeProps = {
  state: EditState
  backend: Backend
  id: string
  onKeepTheirs: (theirs: TaskDetails) => void
  onReplace: (theirs: TaskDetails) => void
  onLookAgain: (error: ApiError, mine: TaskDetails) => void
}

/** Why a change is not stored, or not known to be, and the way on. */
export function EditOutcome(props: EditOutcomeProps) {
  const { state, backend, id, onKeepTheirs, onReplace, onLookAgain } = props
  const place = backend.name

  switch (state.kind) {
    case 'writing':
    case 'confirming':
      return null
    case 'theirs':
      return (
        <TheirText
          {...state}
          place={place}
          onKeep={() => onKeepTheirs(state.theirs)}
          onReplace={() => onReplace(state.theirs)}
        />
      )
    case 'set-up':
      return (
        <Notice
          tone="caution"
          role="alert"
          title="Not saved: this batch was set up meanwhile. Nothing was sent."
          actions={<StartFromThis environment={backend.place} id={id} kind="secondary" />}
        >
          <p>After set-up the text may be fixed. Your changes stay in this browser.</p>
        </Notice>
      )
    case 'not-sent':
    case 'refused': {
      const { title, sentence, quote, next } = explainFailure(state.failure, place)
      const words = state.kind === 'refused' ? 'nothing was lost' : 'nothing was sent'
      return (
        <Notice
          tone="bad"
          role="alert"
          title={`Not saved: ${words}. ${title}`}
          actions={
            next === 'connect' &&
            backend.place === 'prolific' && <HereLink open="connection">Connect again</HereLink>
          }
        >
          <p>{sentence}</p>
          <Quotation speaker={place} words={quote} />
        </Notice>
      )
    }
    case 'unknown':
      return (
        <Notice
          tone="caution"
          role="alert"
          title="We do not know yet whether your text was saved."
          actions={<Button onClick={() => onLookAgain(state.error, state.mine)}>Look again</Button>}
        >
          <p>
            It was sent before {exactTime(state.error.at)}.{' '}
            {explainFailure(state.error.failure, place).title} What is stored could not be looked at
            either.
          </p>
        </Notice>
      )
    case 'not-saved':
      return (
        <Notice
          tone="caution"
          role="alert"
          title={`Not saved: ${place} still has the text of before.`}
        >
          <p>
            {explainFailure(state.error.failure, place).title} That was at{' '}
            {exactTime(state.error.at)}, after we sent it. Your changes are here; you can save them
            again.
          </p>
        </Notice>
      )
  }
}

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
function TheirText({ place, sent, expected, theirs, onKeep, onReplace }: TheirTextProps) {
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

import type { ApiError } from '#api/api-error.ts'
import { explainFailure } from '#api/explain-failure.ts'
import type { Backend } from '#contract/app-config.ts'
import type { TaskDetails } from '#contract/task-details.ts'
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
          title="Not saved: this batch has been set up in the meantime. Nothing was sent."
          actions={<StartFromThis environment={backend.place} id={id} kind="secondary" />}
        >
          <p>
            You may not be able to change the text after set-up. Your changes stay in this browser.
          </p>
        </Notice>
      )
    case 'not-sent':
    case 'refused': {
      const { title, sentence, quote, next } = explainFailure(state.failure, place)

      return (
        <Notice
          tone="bad"
          role="alert"
          title={`Not saved. ${title}`}
          actions={
            next === 'connect' &&
            backend.place === 'prolific' && <HereLink open="connection">Connect again</HereLink>
          }
        >
          <p>
            {' '}
            {sentence} Nothing was changed in {place}, and your changes are still here.{' '}
          </p>
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
            {explainFailure(state.error.failure, place).title} This happened at{' '}
            {exactTime(state.error.at)}, after your text was sent. The stored text could not be read
            either.
          </p>
        </Notice>
      )
    case 'not-saved':
      return (
        <Notice
          tone="caution"
          role="alert"
          title={`Not saved: ${place} still has the earlier text.`}
        >
          <p>
            {explainFailure(state.error.failure, place).title} This happened at{' '}
            {exactTime(state.error.at)}, after your text was sent. Your changes are still here, and
            you can save them again.
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
          ? `The text that ${place} stored differs from the text you sent.`
          : 'Somebody changed this text while you were editing it. Nothing was sent.'
      }
      actions={
        <>
          <Button onClick={onKeep}>{sent ? 'Keep the stored text' : 'Keep theirs'}</Button>
          <Button onClick={onReplace}>{sent ? 'Send mine again' : 'Replace with mine'}</Button>
        </>
      }
    >
      <p>
        {sent
          ? 'There was no clear answer. The stored text differs from yours:'
          : 'Their changes are below. Choose which text to keep. Yours is still in the form.'}
      </p>
      <TextsDifference
        texts={differingTexts(expected, theirs)}
        names={sent ? ['You sent', 'Stored now'] : ['You started from', 'Stored now']}
      />
    </Notice>
  )
}

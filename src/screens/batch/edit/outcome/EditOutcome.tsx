import type { ApiError } from '#api/api-error.ts'
import { explainFailure } from '#api/explain-failure.ts'
import type { KnownDataset } from '#api/datasets/known-datasets.ts'
import type { Backend } from '#contract/app-config.ts'
import { StartFromThis } from '#screens/batch/StartFromThis.tsx'
import { Button } from '#ui/Button.tsx'
import { exactTime } from '#ui/moment.ts'
import { HereLink } from '#ui/HereLink.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Quotation } from '#ui/Quotation.tsx'
import type { BatchContent, Part } from '#screens/batch/edit/batch-content.ts'
import { partWords } from './part-words.ts'
import { PartsDifference } from './PartsDifference.tsx'
import type { SavingState } from '#screens/batch/edit/use-saving.ts'

type EditOutcomeProps = {
  state: SavingState
  backend: Backend
  id: string
  /** What datasets are called, as far as that is known. */
  datasets: readonly KnownDataset[]
  onKeepTheirs: (theirs: BatchContent, parts: readonly Part[]) => void
  onReplace: (theirs: BatchContent, parts: readonly Part[]) => void
  onLookAgain: (error: ApiError, mine: BatchContent) => void
}

/** Why a change is not stored, or not known to be, and the way on. */
export function EditOutcome(props: EditOutcomeProps) {
  const { state, backend, id, datasets, onKeepTheirs, onReplace, onLookAgain } = props
  const place = backend.name

  switch (state.kind) {
    case 'writing':
    case 'confirming':
      return null
    case 'theirs':
      return (
        <Theirs
          {...state}
          backend={backend}
          datasets={datasets}
          onKeep={() => onKeepTheirs(state.theirs, state.parts)}
          onReplace={() => onReplace(state.theirs, state.parts)}
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
            You may not be able to change a batch after set-up. Your changes stay in this browser.
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
            {sentence} Nothing was changed in {place}, and your changes are still here.
          </p>
          <Quotation speaker={place} words={quote} />
        </Notice>
      )
    }
    case 'unknown': {
      const { name, were } = partWords(state.parts)
      return (
        <Notice
          tone="caution"
          role="alert"
          title={`We do not know yet whether your ${name} ${were} saved.`}
          actions={<Button onClick={() => onLookAgain(state.error, state.mine)}>Look again</Button>}
        >
          <p>
            {explainFailure(state.error.failure, place).title} This happened at{' '}
            {exactTime(state.error.at)}, after your {name} {were} sent. The stored {name} could not
            be read either.
          </p>
        </Notice>
      )
    }
    case 'not-saved': {
      const { name, were } = partWords(state.parts)
      return (
        <Notice
          tone="caution"
          role="alert"
          title={`Not saved: ${place} still has the earlier ${name}.`}
        >
          <p>
            {explainFailure(state.error.failure, place).title} This happened at{' '}
            {exactTime(state.error.at)}, after your {name} {were} sent. Your changes are still here,
            and you can save them again.
          </p>
        </Notice>
      )
    }
  }
}

type TheirsProps = {
  backend: Backend
  datasets: readonly KnownDataset[]
  /** Whether something was sent already, without a clear answer. */
  sent: boolean
  parts: readonly Part[]
  expected: BatchContent
  theirs: BatchContent
  onKeep: () => void
  onReplace: () => void
}

/** What is stored and was written by nobody here: what differs, and whose is to stay. */
function Theirs(props: TheirsProps) {
  const { backend, datasets, sent, parts, expected, theirs, onKeep, onReplace } = props
  const place = backend.name
  const { name, these, them, are } = partWords(parts)
  const differ = are === 'is' ? 'differs' : 'differ'
  return (
    <Notice
      tone="caution"
      role="alert"
      title={
        sent
          ? `The ${name} that ${place} stored ${differ} from the ${name} you sent.`
          : `Somebody changed ${these} while you were editing ${them}. Nothing was sent.`
      }
      actions={
        <>
          <Button onClick={onKeep}>{sent ? `Keep the stored ${name}` : 'Keep theirs'}</Button>
          <Button onClick={onReplace}>{sent ? 'Send mine again' : 'Replace with mine'}</Button>
        </>
      }
    >
      <p>
        {sent
          ? `There was no clear answer. The stored ${name} ${differ} from yours:`
          : `Their changes are below. Choose which ${name} to keep. Yours ${are} still in the form.`}
      </p>
      <PartsDifference
        backend={backend}
        datasets={datasets}
        parts={parts}
        before={expected}
        after={theirs}
        names={sent ? ['You sent', 'Stored now'] : ['You started from', 'Stored now']}
      />
    </Notice>
  )
}

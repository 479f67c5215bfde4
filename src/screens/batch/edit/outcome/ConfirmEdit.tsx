import type { KnownDataset } from '#api/datasets/known-datasets.ts'
import type { Backend } from '#contract/app-config.ts'
import { labelOf } from '#drafts/fields.ts'
import { differingTexts } from '#screens/batch/stored-texts/texts-of.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { Notice } from '#ui/Notice.tsx'
import {
  changedParts,
  removesQuestions,
  type BatchContent,
} from '#screens/batch/edit/batch-content.ts'
import { listed, partWords } from './part-words.ts'
import { PartsDifference } from './PartsDifference.tsx'

type ConfirmEditProps = {
  backend: Backend
  batchName: string
  /** What datasets are called, as far as that is known. */
  datasets: readonly KnownDataset[]
  before: BatchContent
  mine: BatchContent
  onConfirm: () => void
  onClose: () => void
}

/** Names what is about to change outside of practice, and warns where all questions would go. */
export function ConfirmEdit(props: ConfirmEditProps) {
  const { backend, batchName, datasets, before, mine, onConfirm, onClose } = props
  const place = backend.name
  const parts = changedParts(before, mine)
  const removes = removesQuestions(before, mine)
  // What is removed has a warning of its own, and a dataset is kept wherever it is used.
  const replaced = parts.filter((part) => part === 'texts' || (part === 'questions' && !removes))
  const gone = partWords(replaced)
  const attaches = parts.includes('dataset') && before.dataset === ''
  const names = [
    ...differingTexts(before.texts, mine.texts).map(({ name }) => name),
    ...(replaced.includes('questions') ? [labelOf('questions')] : []),
    ...(parts.includes('dataset') && !attaches ? [labelOf('datasetId')] : []),
  ]
  return (
    <Dialog
      wide
      title={
        removes
          ? 'Remove all questions from this batch?'
          : `Change ${partWords(parts).these} in ${place}?`
      }
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onClick={onConfirm}>
            {removes ? 'Remove the questions' : `Save in ${place}`}
          </Button>
          <Button onClick={onClose}>Go back</Button>
        </>
      }
    >
      {removes && (
        <Notice tone="caution" title={`${place} deletes the questions and their ids.`}>
          <p>
            You can add questions again, but they get new ids. Without questions, the batch cannot
            be set up.
          </p>
        </Notice>
      )}
      {names.length > 0 && (
        <p>
          <strong>{listed(names)}</strong> of “{batchName}” will be replaced in {place}.
          {gone.name !== '' && ` The old ${gone.name} ${gone.are} not kept there.`}
        </p>
      )}
      {attaches && (
        <p>
          The dataset will be attached to “{batchName}” in {place}.
        </p>
      )}
      <PartsDifference
        backend={backend}
        datasets={datasets}
        parts={parts}
        before={before}
        after={mine}
        names={['Stored now', 'Yours']}
      />
    </Dialog>
  )
}

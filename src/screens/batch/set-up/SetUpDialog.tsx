import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/answers.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import type { BatchFacts } from '#screens/batch/batch-facts.ts'
import { SetUpQuestion } from './SetUpQuestion.tsx'
import { StartFromThis } from '#screens/batch/StartFromThis.tsx'

type SetUpDialogProps = {
  backend: Backend
  batch: Batch
  facts: BatchFacts
  /** A change of the text was begun and not saved. */
  unsaved: boolean
  /** Undefined where questions cannot be added to this batch here. */
  onAddQuestions: (() => void) | undefined
  onClose: () => void
  /** Called when set-up is known to have begun. */
  onBegun: () => void
}

/** Asks for what a set-up needs. A batch without questions is told what it lacks instead. */
export function SetUpDialog(props: SetUpDialogProps) {
  const { backend, batch, facts, onAddQuestions, onClose } = props
  if (facts.hasQuestions) return <SetUpQuestion {...props} />
  return (
    <Dialog
      title="Set up this batch"
      onClose={onClose}
      actions={
        <>
          {onAddQuestions ? (
            <Button kind="primary" onClick={onAddQuestions}>
              Add questions
            </Button>
          ) : (
            <StartFromThis environment={backend.place} id={batch.id} kind="primary" />
          )}
          <Button onClick={onClose}>Not yet</Button>
        </>
      }
    >
      <p>
        This batch has no questions yet, so there is nothing for participants to answer. Prolific
        refuses to set it up.
      </p>
      {onAddQuestions ? (
        <p>Add questions first. Then set up the batch.</p>
      ) : (
        <p>
          Start a new batch from this one and add questions under “Questions and data”. Its texts
          are copied.
          {backend.place === 'prolific' && ' Or add them to this batch in Prolific.'}
        </p>
      )}
    </Dialog>
  )
}

import type { TaskDetails } from '#contract/task-details.ts'
import { TextsDifference } from '#screens/batch/stored-texts/TextsDifference.tsx'
import { differingTexts, namesOf } from '#screens/batch/stored-texts/texts-of.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/dialogs/Dialog.tsx'

type ConfirmEditProps = {
  place: string
  batchName: string
  before: TaskDetails
  mine: TaskDetails
  onConfirm: () => void
  onClose: () => void
}

/** Names what is about to change outside of practice. */
export function ConfirmEdit({
  place,
  batchName,
  before,
  mine,
  onConfirm,
  onClose,
}: ConfirmEditProps) {
  const texts = differingTexts(before, mine)
  return (
    <Dialog
      wide
      title={`Change this text in ${place}?`}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onClick={onConfirm}>
            Save in {place}
          </Button>
          <Button onClick={onClose}>Go back</Button>
        </>
      }
    >
      <p>
        <strong>{namesOf(texts)}</strong> of “{batchName}” will be replaced in {place}. The old text
        is not kept there.
      </p>
      <TextsDifference texts={texts} names={['Stored now', 'Yours']} />
    </Dialog>
  )
}

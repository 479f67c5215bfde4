import { differingTexts, namesOf } from '#screens/batch/stored-texts/texts-of.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { changedParts, type BatchContent } from '#screens/batch/edit/batch-content.ts'
import { partWords } from './part-words.ts'
import { PartsDifference } from './PartsDifference.tsx'

type ConfirmEditProps = {
  place: string
  batchName: string
  before: BatchContent
  mine: BatchContent
  onConfirm: () => void
  onClose: () => void
}

/** Names what is about to change outside of practice. */
export function ConfirmEdit(props: ConfirmEditProps) {
  const { place, batchName, before, mine, onConfirm, onClose } = props
  const parts = changedParts(before, mine)
  const { name, these, are } = partWords(parts)
  const texts = differingTexts(before.texts, mine.texts)
  const names = namesOf(parts.includes('questions') ? [...texts, { name: 'Questions' }] : texts)
  return (
    <Dialog
      wide
      title={`Change ${these} in ${place}?`}
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
        <strong>{names}</strong> of “{batchName}” will be replaced in {place}. The old {name} {are}{' '}
        not kept there.
      </p>
      <PartsDifference parts={parts} before={before} after={mine} names={['Stored now', 'Yours']} />
    </Dialog>
  )
}

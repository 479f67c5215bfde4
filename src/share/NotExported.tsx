import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/dialogs/Dialog.tsx'

type NotExportedProps = { why: string; onClose: () => void }

/** Says why a file was not saved, after an item of a menu that has no room for it. */
export function NotExported({ why, onClose }: NotExportedProps) {
  return (
    <Dialog
      title="The file was not saved"
      onClose={onClose}
      actions={
        <Button kind="primary" onClick={onClose}>
          Close
        </Button>
      }
    >
      <p>{why}</p>
    </Dialog>
  )
}

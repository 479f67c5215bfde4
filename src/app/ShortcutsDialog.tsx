import { Dialog } from '#ui/Dialog.tsx'
import { ShortcutTables } from './ShortcutTables.tsx'

/** The shortcuts alone. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <ShortcutTables />
    </Dialog>
  )
}

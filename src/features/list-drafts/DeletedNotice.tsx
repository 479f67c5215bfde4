import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import type { Deleted } from './use-draft-actions.ts'

/** After a draft was deleted: what it was, and for a while the way back. */
export function DeletedNotice({ deleted, onUndo }: { deleted: Deleted; onUndo: () => void }) {
  return (
    <Notice
      tone="info"
      role="status"
      title={`“${deleted.title}” was deleted.`}
      actions={<Button onClick={onUndo}>Undo</Button>}
    />
  )
}

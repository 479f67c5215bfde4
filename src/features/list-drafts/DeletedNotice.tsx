import { Button } from '#ui/Button.tsx'
import { takesFocus } from '#ui/takes-focus.ts'
import { Notice } from '#ui/Notice.tsx'
import type { Deleted } from './use-draft-actions.ts'

/** After a draft was deleted: what it was, and the way back, with the focus that its row had. */
export function DeletedNotice({ deleted, onUndo }: { deleted: Deleted; onUndo: () => void }) {
  return (
    <Notice
      tone="info"
      role="status"
      title={`“${deleted.title}” was deleted.`}
      actions={
        <Button ref={takesFocus} onClick={onUndo}>
          Undo
        </Button>
      }
    />
  )
}

import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import styles from './DeletedNotice.module.css'
import type { Deleted } from './use-draft-actions.ts'

/** After a draft was deleted: what it was, and the way back, with the focus that its row had. */
export function DeletedNotice({ deleted, onUndo }: { deleted: Deleted; onUndo: () => void }) {
  return (
    <div className={styles.deleted}>
      <Notice
        tone="info"
        role="status"
        title={`“${deleted.title}” was deleted.`}
        actions={
          <Button ref={takesFocusInPlace} onClick={onUndo}>
            Undo
          </Button>
        }
      />
    </div>
  )
}

/** It is in view wherever the page is, and to scroll to it would move the list. */
function takesFocusInPlace(button: HTMLElement | null) {
  button?.focus({ preventScroll: true })
}

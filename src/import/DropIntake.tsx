import type { Place } from '#contract/environment.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { Outcome } from './Outcome.tsx'
import { useFileDrop } from './use-file-drop.ts'
import { useIntake } from './use-intake.ts'
import styles from './DropIntake.module.css'

/** Makes drafts of files that are dropped anywhere on a page, and tells in a dialog what became of them. */
export function DropIntake({ place }: { place: Place }) {
  const { isReading, taken, takeFiles, forget } = useIntake(place)
  const isOver = useFileDrop((files) => void takeFiles(files))
  return (
    <>
      {isOver && <DropCurtain />}
      <p role="status" className="visually-hidden">
        {isReading ? 'Reading…' : ''}
      </p>
      {taken && (
        <Dialog title="Import" onClose={forget} actions={<Button onClick={forget}>Close</Button>}>
          <Outcome taken={taken} />
        </Dialog>
      )}
    </>
  )
}

/** Over the page while files are held over it. */
export function DropCurtain() {
  return <div className={styles.curtain}>Drop to make new drafts</div>
}

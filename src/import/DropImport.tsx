import type { Environment } from '#contract/environment.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { Outcome } from './Outcome.tsx'
import { useFileDrop } from './use-file-drop.ts'
import { useImport } from './use-import.ts'
import styles from './DropImport.module.css'

/** Makes drafts of files that are dropped anywhere on a page, and tells in a dialog what happened to them. */
export function DropImport({ environment }: { environment: Environment }) {
  const { isReading, taken, takeFiles, moveSteps, forget } = useImport(environment)
  const isOver = useFileDrop((files) => void takeFiles(files))
  return (
    <>
      {isOver && <DropCurtain />}
      <p role="status" className="visually-hidden">
        {isReading ? 'Reading…' : ''}
      </p>
      {taken && (
        <Dialog title="Import" onClose={forget} actions={<Button onClick={forget}>Close</Button>}>
          <Outcome taken={taken} onSteps={(each) => void moveSteps(each)} />
        </Dialog>
      )}
    </>
  )
}

/** Over the page while files are held over it. */
export function DropCurtain() {
  return <div className={styles.curtain}>Drop to make new drafts</div>
}

import { useState } from 'react'
import { saveFile } from '#ui/save-file.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { Notice } from '#ui/Notice.tsx'
import { taskOf } from './shared-task.ts'
import { fileName, type Shared } from './shared.ts'
import { reviewCopy } from './review-copy.ts'
import { sheetStyles } from '#preview/sheet/static-sheet.ts'

type ReviewCopyDialogProps = {
  shared: Shared
  place: string
  workspaceTitle: (workspaceId: string) => string | null
  onClose: () => void
}

/** Says what is in a review copy, and hands it over as a file. */
export function ReviewCopyDialog(props: ReviewCopyDialogProps) {
  const { shared, place, workspaceTitle, onClose } = props
  const [outcome, setOutcome] = useState<'saved' | 'failed' | null>(null)

  const save = async () => {
    try {
      const task = taskOf(shared)
      const names = { place, workspace: workspaceTitle(task.workspaceId) }
      const html = reviewCopy(task, names, await sheetStyles())
      saveFile(fileName('review-copy', task.batchName, 'html'), html, 'text/html')
      setOutcome('saved')
    } catch {
      setOutcome('failed')
    }
  }

  return (
    <Dialog
      title="Review copy"
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onClick={save}>
            Download
          </Button>
          <Button onClick={onClose}>{outcome === 'saved' ? 'Done' : 'Go back'}</Button>
        </>
      }
    >
      <p>
        One HTML file with the participant view, the wording of the questions with their answers,
        and the settings: batch name, workspace and dataset. It opens in any browser and can be
        printed.
      </p>
      <p>
        Nothing in it loads or runs: links do not open, and pictures are named but not shown. It
        contains no token.
      </p>
      <div role="status">
        {outcome === 'saved' && <Notice tone="good" title="The file is in your downloads." />}
      </div>
      {outcome === 'failed' && (
        <Notice tone="bad" role="alert" title="The file could not be created.">
          <p>Check that the server is running, then try again. Your text is untouched.</p>
        </Notice>
      )}
    </Dialog>
  )
}

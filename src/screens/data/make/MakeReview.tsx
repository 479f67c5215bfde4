import type { Backend } from '#contract/app-config.ts'
import { DatasetFacts } from '#outbox/dataset/DatasetFacts.tsx'
import type { Ready } from '#screens/data/data-session.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import styles from './MakeDataset.module.css'

type MakeReviewProps = {
  backend: Backend
  state: Ready
  name: string
  /** As people read it. */
  workspace: string
  onConfirm: () => void
  onClose: () => void
}

/** What there is to confirm before a dataset is made where it cannot be deleted. */
export function MakeReview({ backend, state, name, workspace, ...answers }: MakeReviewProps) {
  const { onConfirm, onClose } = answers
  return (
    <Dialog
      title={`Make this dataset in ${backend.name}?`}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onClick={onConfirm}>
            Make it in {backend.name}
          </Button>
          <Button onClick={onClose}>Go back</Button>
        </>
      }
    >
      <DatasetFacts
        name={name}
        workspace={workspace}
        recipe={state.data.recipe}
        prepared={state.prepared}
      />
      <ul className={styles.later}>
        <li>
          <strong>A dataset cannot be renamed or deleted in {backend.name}</strong>, and its rows
          cannot be changed.
        </li>
        <li>The rows go through this server to {backend.name}. The server keeps no copy.</li>
        <li>Nobody is invited and nothing is charged.</li>
      </ul>
    </Dialog>
  )
}

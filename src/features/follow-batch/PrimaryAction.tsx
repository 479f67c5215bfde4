import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/read-batch.ts'
import { Button } from '#ui/Button.tsx'
import type { StatusNext } from './describe-status.ts'
import { StartFromThis } from './StartFromThis.tsx'
import { ToProlific } from './ToProlific.tsx'

type PrimaryActionProps = {
  next: StatusNext
  backend: Backend
  prolific: Backend | undefined
  batch: Batch
  onSetUp: () => void
}

/** The one thing to do with a batch in its present status, if there is one. */
export function PrimaryAction({ next, backend, prolific, batch, onSetUp }: PrimaryActionProps) {
  switch (next) {
    case 'set-up':
      return (
        <Button kind="primary" onClick={onSetUp}>
          Set up…
        </Button>
      )
    case 'add-questions':
    case 'start-again':
      return <StartFromThis place={backend.place} id={batch.id} kind="primary" />
    case 'make-study':
      return <ToProlific backend={backend} prolific={prolific} batch={batch} kind="primary" />
    case 'wait':
    case 'none':
      return null
  }
}

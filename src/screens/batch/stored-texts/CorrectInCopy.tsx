import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { ApiError } from '#api/api-error.ts'
import { ownReading, readBatch } from '#api/batches.ts'
import { explainFailure } from '#api/explain-failure.ts'
import type { Backend } from '#contract/app-config.ts'
import { addDraft } from '#drafts/store/drafts.ts'
import { textsOfBatch } from '#drafts/texts-of-answer.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { Notice } from '#ui/Notice.tsx'
import { useOnce } from '#ui/use-once.ts'

type CorrectInCopyProps = { backend: Backend; id: string; batchName: string }

/** The way to correct a batch that was set up: a new draft with all that is in it. */
export function CorrectInCopy(props: CorrectInCopyProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Correct in a copy…</Button>
      {isOpen && <CopyDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

type CopyDialogProps = CorrectInCopyProps & { onClose: () => void }

function CopyDialog({ backend, id, batchName, onClose }: CopyDialogProps) {
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const { once, busy } = useOnce()
  const [trouble, setTrouble] = useState<string | null>(null)
  const { place: environment, name } = backend

  const copy = async () => {
    try {
      const batch = await client.fetchQuery(
        ownReading(backend, (signal) => readBatch(backend, id, signal)),
      )
      const texts = textsOfBatch(batch, environment, environment)
      const batchTitle = `${batch.name || 'Untitled batch'} (corrected)`
      const draft = await addDraft({
        name: '',
        place: environment,
        texts: { ...texts, batchName: batchTitle },
      })
      onClose()
      navigate(`/${environment}/new?draft=${draft}`)
    } catch (error) {
      setTrouble(
        error instanceof ApiError
          ? `The batch could not be read. ${explainFailure(error.failure, name).title}`
          : 'The draft could not be saved in this browser. Delete drafts you no longer need, then try again.',
      )
    }
  }

  return (
    <Dialog
      title="Correct in a copy"
      onClose={() => !busy && onClose()}
      actions={
        <>
          <Button kind="primary" aria-disabled={busy} onClick={() => once(copy)}>
            {busy ? 'Copying…' : 'Open the draft'}
          </Button>
          <Button onClick={onClose} disabled={busy}>
            Go back
          </Button>
        </>
      }
    >
      {trouble && (
        <Notice tone="bad" role="alert" title="No draft was made.">
          <p>{trouble}</p>
        </Notice>
      )}
      <p>
        You get a new draft with the text, the questions and the dataset of “{batchName}”. Correct
        it there, then create it as a new batch and set it up. If the mistake is in the data, choose
        another dataset in the draft.
      </p>
      <p>
        “{batchName}” stays as it is, because {name} cannot delete a batch. Make the study with the
        new one.
      </p>
    </Dialog>
  )
}

import { useId, useState, type FormEvent } from 'react'
import { itemsOf } from '#api/batches.ts'
import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/answers.ts'
import { Button } from '#ui/Button.tsx'
import control from '#ui/control.module.css'
import { counted } from '#ui/counted.ts'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { Field } from '#ui/forms/Field.tsx'
import { Notice } from '#ui/Notice.tsx'
import { RadioCards } from '#ui/forms/RadioCards.tsx'
import styles from './DuplicateForm.module.css'
import { useDuplicate, type Trouble } from './use-duplicate.ts'
import { explainFailure } from '#api/explain-failure.ts'
import { Quotation } from '#ui/Quotation.tsx'

const words = {
  'no-room': [
    'The draft could not be saved.',
    'This browser has no room for another one. Delete drafts you no longer need, then try again.',
  ],
  unnamed: ['Give the copy a name.', 'Your team finds it by its name.'],
  offline: ['You are offline. Nothing was sent.', 'Try again when you are back online.'],
  elsewhere: [
    'Another window is duplicating this batch right now.',
    'Nothing was sent from here, so the batch is duplicated only once.',
  ],
  open: [
    'We do not know yet whether an earlier duplicate of this batch was created.',
    'Nothing was sent. Close this and read the notice at the top of the page first.',
  ],
  unclear: [
    'We do not know whether a batch was created.',
    'Something failed after the request may have been sent. Look for the copy under Batches before you try again.',
  ],
  'not-written': [
    'Nothing was sent.',
    'This browser could not prepare the request. Reload the page and try again.',
  ],
} as const

type DuplicateFormProps = { backend: Backend; batch: Batch; onClose: () => void }

/** What is to become of a batch that was read, and what it is to be called. */
export function DuplicateForm({ backend, batch, onClose }: DuplicateFormProps) {
  const id = useId()
  const [kind, setKind] = useState<'draft' | 'batch'>('draft')
  const [name, setName] = useState(`${batch.name || 'Untitled batch'} (copy)`)
  const [dataset, setDataset] = useState<'keep' | 'leave'>('keep')
  const { busy, trouble, duplicate } = useDuplicate(backend, batch, onClose)
  const atOnce = kind === 'batch'
  const hasDataset = batch.datasets.length > 0

  const submit = (event: FormEvent) => {
    event.preventDefault()
    void duplicate(kind, { name, keepsDataset: dataset === 'keep' })
  }

  return (
    <Dialog
      title={`Duplicate “${batch.name || 'Untitled batch'}”`}
      onClose={() => !busy && onClose()}
      actions={
        <>
          <Button type="submit" form={id} kind="primary" aria-disabled={busy}>
            {busy && 'Duplicating…'}
            {!busy && (atOnce ? `Duplicate in ${backend.name}` : 'Open the draft')}
          </Button>
          <Button onClick={onClose} disabled={busy}>
            Go back
          </Button>
        </>
      }
    >
      {trouble && <DuplicateTrouble backend={backend} trouble={trouble} />}
      <form id={id} className={styles.form} onSubmit={submit} noValidate>
        <RadioCards
          legend="What to make"
          value={kind}
          onChange={setKind}
          disabled={busy}
          options={[
            {
              value: 'draft',
              label: 'A draft to change first',
              note: 'Opens in Write with exactly the same texts and questions. Nothing is created until you create it.',
            },
            {
              value: 'batch',
              label: `A batch right away, made by ${backend.name}`,
              note: `${backend.name} makes it right away, in the same workspace and not set up. Prolific’s documentation covers the name and the dataset, but does not say whether texts and questions are copied. Check the copy before you use it.`,
            },
          ]}
        />
        {atOnce && (
          <Notice tone="caution" title={`A batch cannot be deleted in ${backend.name}.`}>
            <p>Nobody is invited and nothing is charged until you make a study with it.</p>
          </Notice>
        )}
        <Field id={`${id}-name`} label="Batch name" help="Only your team sees this.">
          <input
            id={`${id}-name`}
            className={control.control}
            aria-describedby={`${id}-name-help`}
            autoComplete="off"
            value={name}
            disabled={busy}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        {hasDataset && (
          <RadioCards
            legend="Dataset"
            value={dataset}
            onChange={setDataset}
            disabled={busy}
            options={[
              {
                value: 'keep',
                label: `Keep it: ${datasetWords(batch)}`,
                note: 'Both batches then use the same dataset. It is not copied.',
              },
              { value: 'leave', label: 'Leave it out', note: 'You attach another one later.' },
            ]}
          />
        )}
      </form>
    </Dialog>
  )
}

/** "product-reviews.jsonl, 100 items" */
function datasetWords(batch: Batch) {
  const items = itemsOf(batch)
  const [first] = batch.datasets
  const called = first?.filename ?? first?.id ?? ''
  return items === null ? called : `${called}, ${counted(items, 'item')}`
}

/** Why a batch was not duplicated, and what helps. */
function DuplicateTrouble({ backend, trouble }: { backend: Backend; trouble: Trouble }) {
  if (trouble.kind !== 'refused') {
    const [title, sentence] = words[trouble.kind]
    return (
      <Notice tone="caution" role="alert" title={title}>
        <p>{sentence}</p>
      </Notice>
    )
  }
  const { title, sentence, quote } = explainFailure(trouble.failure, backend.name)
  const fields = trouble.failure.kind === 'rejected' ? Object.values(trouble.failure.fields) : []
  return (
    <Notice tone="bad" role="alert" title={`Not duplicated. ${title}`}>
      <p>{sentence} Nothing was created.</p>{' '}
      <Quotation speaker={backend.name} words={fields.flat().join(' ') || quote} />
    </Notice>
  )
}

import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, type FormEvent } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { ApiError } from '#api/api-error.ts'
import { batchStatus, setUpBatch, noteSetUp } from '#api/batches.ts'
import { mayHaveHappened } from '#api/explain-failure.ts'
import { namesOf, useDatasetColumns } from '#api/datasets/use-dataset-columns.ts'
import { missingColumns, missingColumnsInWords } from '#contract/questions/missing-columns.ts'
import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/answers.ts'
import { guardLeaving } from '#storage/leave-guard.ts'
import { Button } from '#ui/Button.tsx'
import { counted } from '#ui/counted.ts'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { Notice } from '#ui/Notice.tsx'
import type { BatchFacts } from '#screens/batch/batch-facts.ts'
import { useOnce } from '#ui/use-once.ts'
import { DatasetChoice } from './DatasetChoice.tsx'
import { GroupSize } from './GroupSize.tsx'
import {
  groupsOf,
  groupsSentence,
  proposedSize,
  setUpForm,
  type SetUpForm,
  setUpOutcome,
} from './set-up-form.ts'
import styles from './SetUpQuestion.module.css'
import { SetUpTrouble } from './SetUpTrouble.tsx'
import { useKnownDatasets } from './use-known-datasets.ts'

type SetUpQuestionProps = {
  backend: Backend
  batch: Batch
  facts: BatchFacts
  /** A change of the text was begun and not saved. */
  unsaved: boolean
  onClose: () => void
  /** Called when set-up is known to have begun. */
  onBegun: () => void
}

const TITLE = 'Set up this batch'

/** The form of the set-up dialog, and what happened to sending it. */
export function SetUpQuestion(props: SetUpQuestionProps) {
  const { backend, batch, facts, unsaved, onClose, onBegun } = props
  const client = useQueryClient()
  const formId = useId()
  const { once } = useOnce()
  const needsDataset = !facts.hasDataset
  const datasets = useKnownDatasets(backend, batch, needsDataset)

  const following = useQuery(batchStatus(backend, batch.id))
  const setUp = useMutation({
    ...setUpBatch(backend, batch.id),
    onSuccess: () => noteSetUp(client, backend, batch.id),
    onError: ({ failure }) => {
      if (mayHaveHappened(failure)) void following.refetch()
    },
  })
  const form = useForm<SetUpForm>({
    resolver: zodResolver(setUpForm({ needsDataset })),
    defaultValues: {
      tasks_per_group: proposedSize(needsDataset ? null : facts.items),
      ...(needsDataset && { dataset_id: '' }),
    },
  })

  // Read here, so that the form keeps track of it.
  const { tasks_per_group: ownSize } = form.formState.dirtyFields
  /** The proposed size follows the dataset until somebody types one. */
  const proposeSize = (datasetId: string) => {
    if (ownSize) return
    const dataset = datasets?.find(({ id }) => id === datasetId)
    form.resetField('tasks_per_group', { defaultValue: proposedSize(dataset?.items ?? null) })
  }

  const values = useWatch({ control: form.control })
  const chosen = datasets?.find(({ id }) => id === values.dataset_id)
  const items = needsDataset ? (chosen?.items ?? null) : facts.items
  const groups = groupsOf(items, values.tasks_per_group)

  const datasetId = needsDataset ? (values.dataset_id ?? '') : (batch.datasets[0]?.id ?? '')
  const columns = useDatasetColumns(backend, datasetId)
  const missing = missingColumns(batch.batch_items, namesOf(columns))

  const failure = setUp.error?.failure
  const refused = failure?.kind === 'rejected' ? failure.fields : {}
  const outcome = setUp.error && setUpOutcome(setUp.error, following)
  const size = groups ? ` ${counted(groups.groups, 'group')}` : ''
  const label = outcome === 'resting' ? 'Send again anyway' : `Set up${size}`
  const trouble = setUp.error && (
    <SetUpTrouble backend={backend} error={setUp.error} following={following} />
  )

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    // What may have been done already is not sent again before somebody has looked.
    if (outcome === 'unknown') return
    await once(async () => {
      const stopGuarding = guardLeaving(() => true)
      try {
        await form.handleSubmit((request) => setUp.mutateAsync(request).then(onBegun))(event)
      } catch (error) {
        // A failure to set it up is the mutation's by now, and worded below.
        if (!(error instanceof ApiError)) throw error
      } finally {
        stopGuarding()
      }
    })
  }

  if (outcome === 'begun') {
    return (
      <Dialog
        title={TITLE}
        onClose={onBegun}
        actions={
          <Button kind="primary" onClick={onBegun}>
            See the batch
          </Button>
        }
      >
        {trouble}
      </Dialog>
    )
  }
  return (
    <Dialog
      title={TITLE}
      onClose={() => !setUp.isPending && onClose()}
      actions={
        <>
          <Button
            type="submit"
            form={formId}
            kind={outcome === 'resting' ? 'secondary' : 'primary'}
            aria-disabled={setUp.isPending || outcome === 'unknown'}
          >
            {setUp.isPending ? 'Setting up…' : label}
          </Button>
          <Button onClick={onClose} disabled={setUp.isPending}>
            Not yet
          </Button>
        </>
      }
    >
      {trouble}
      <form id={formId} className={styles.form} onSubmit={submit} noValidate>
        {needsDataset && (
          <DatasetChoice
            control={form.control}
            environment={backend.place}
            onChosen={proposeSize}
            datasets={datasets}
            columns={columns}
            refused={refused['dataset_id']}
          />
        )}
        {missing.length > 0 && (
          <Notice tone="caution" title="The questions do not fit the dataset.">
            <p>{missingColumnsInWords(missing, namesOf(columns))}</p>
          </Notice>
        )}
        <GroupSize
          form={form}
          outcome={
            needsDataset && !values.dataset_id
              ? 'Choose a dataset to see how many groups it makes.'
              : groupsSentence(items, values.tasks_per_group)
          }
          refused={refused['tasks_per_group']}
        />
      </form>
      <Notice tone="caution" title="After set-up, you may not be able to change the text.">
        <p>
          {unsaved
            ? 'You have unsaved edits. They are not part of this batch.'
            : 'Read the participant view once more.'}
        </p>
      </Notice>
    </Dialog>
  )
}

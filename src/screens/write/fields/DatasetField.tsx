import { looksLikeAnotherId } from '#drafts/dataset-id.ts'
import { useQuery } from '@tanstack/react-query'
import { useController, useWatch } from 'react-hook-form'
import { batchesOf } from '#api/batches.ts'
import { knownDatasets } from '#api/known-datasets.ts'
import type { Backend } from '#contract/app-config.ts'
import { labelOf } from '#drafts/fields.ts'
import { fieldId, type DraftForm } from './form-fields.ts'
import { IdPicker } from '#ui/forms/IdPicker.tsx'

type DatasetFieldProps = { form: DraftForm; backend: Backend | undefined }

/** The dataset, which may wait until the set-up. */
export function DatasetField({ form, backend }: DatasetFieldProps) {
  const { field, fieldState } = useController({ control: form.control, name: 'datasetId' })
  const workspaceId = useWatch({ control: form.control, name: 'workspaceId' })
  const { data: batches } = useQuery(batchesOf(backend, workspaceId))
  const options = backend && knownDatasets(backend.datasets, batches ?? [])
  const listed = options?.some(({ id }) => id === field.value) ?? true

  return (
    <IdPicker
      id={fieldId('datasetId')}
      label={labelOf('datasetId')}
      optional
      options={options}
      none="None yet: attach it when you set up the batch"
      other="Another dataset: paste its id…"
      pasteLabel="Dataset id"
      help={
        <>
          {!listed && looksLikeAnotherId(field.value) && (
            <p>
              <strong>
                This looks like a workspace or study id. Dataset ids look like 0192a3b5-e8f9-… You
                can still use it.
              </strong>
            </p>
          )}
          Optional for now: you can attach it when you set up the batch. Prolific’s API cannot list
          datasets, so you see only those used by this workspace’s batches. For a new one, upload it
          in Prolific, then paste its id here.
        </>
      }
      error={fieldState.error?.message}
      value={field.value}
      onChange={field.onChange}
      onBlur={field.onBlur}
      controlRef={field.ref}
    />
  )
}

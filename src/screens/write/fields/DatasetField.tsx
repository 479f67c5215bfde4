import { looksLikeAnotherId } from '#drafts/dataset-id.ts'
import { useQuery } from '@tanstack/react-query'
import { useController, useWatch } from 'react-hook-form'
import { batchesOf } from '#api/batches.ts'
import { knownDatasets } from '#api/datasets/known-datasets.ts'
import type { Backend } from '#contract/app-config.ts'
import { datasetsMadeHere } from '#dataset/store/datasets-made-here.ts'
import { dataAddress } from '#dataset/store/handed-file.ts'
import { labelOf } from '#drafts/fields.ts'
import { Link } from 'wouter'
import styles from './DatasetField.module.css'
import { columnsInWords } from '#contract/questions/columns-in-words.ts'
import { useColumns, type Draft } from '#screens/write/draft/use-draft.ts'
import { IdPicker } from '#ui/forms/IdPicker.tsx'
import { fieldId } from './form-fields.ts'
import { useHydrated } from './use-hydrated.ts'

type DatasetFieldProps = { draft: Draft; backend: Backend | undefined }

/** What is stored of data is read only by those who look at the form for a while. */
const readData = async (id: string) =>
  (await import('#dataset/store/draft-data.ts')).readDraftData(id)

/** The dataset, which may wait until the set-up. */
export function DatasetField({ draft, backend }: DatasetFieldProps) {
  const { form, environment, id: draftId } = draft
  const columns = columnsInWords(useColumns(draft))
  const { field, fieldState } = useController({ control: form.control, name: 'datasetId' })
  const workspaceId = useWatch({ control: form.control, name: 'workspaceId' })
  const { data: batches } = useQuery(batchesOf(backend, workspaceId))
  const { data: made } = useQuery(datasetsMadeHere(environment))
  const options = backend && knownDatasets(backend.datasets, batches ?? [], made ?? [])
  const listed = options?.some(({ id }) => id === field.value) ?? true

  return (
    <>
      <SpreadsheetLine environment={environment} draft={draftId} />
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
            {columns !== '' && <p className={styles.columns}>{columns}</p>}
            Optional for now: you can attach it when you set up the batch. Prolific’s API cannot
            list datasets, so you see only those used by this workspace’s batches or made in this
            browser. For one that was uploaded in Prolific, paste its id here.
          </>
        }
        error={fieldState.error?.message}
        value={field.value}
        onChange={field.onChange}
        onBlur={field.onBlur}
        controlRef={field.ref}
      />
    </>
  )
}

/** The spreadsheet of this task, or the way to bring one. */
function SpreadsheetLine({ environment, draft }: { environment: Backend['place']; draft: string }) {
  const { data } = useQuery({
    queryKey: ['draft data', draft],
    queryFn: () => readData(draft),
    retry: false,
    staleTime: 0,
  })
  // The page as built knows of no draft.
  const hydrated = useHydrated()
  const address = hydrated ? dataAddress(environment, draft) : `/${environment}/data`
  if (!data) {
    return (
      <p>
        <Link href={address}>Bring a spreadsheet…</Link> Its rows become the items that participants
        judge.
      </p>
    )
  }
  const columns = data.recipe.columns.filter(({ use }) => use !== 'left_out')
  return (
    <p className={styles.spreadsheet}>
      <span>
        <strong>{data.file.name}</strong>, {columns.map(({ key }) => key).join(', ')}
      </span>
      <Link href={address}>Open your data</Link>
    </p>
  )
}

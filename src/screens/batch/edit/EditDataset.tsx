import { useDeferredValue } from 'react'
import { useController, useWatch } from 'react-hook-form'
import type { KnownDataset } from '#api/datasets/known-datasets.ts'
import { namesOf, useDatasetColumns } from '#api/datasets/use-dataset-columns.ts'
import type { Backend } from '#contract/app-config.ts'
import { columnsInWords } from '#contract/questions/columns-in-words.ts'
import { missingColumns, missingColumnsInWords } from '#contract/questions/missing-columns.ts'
import { valueOfWritten } from '#contract/questions/written-questions.ts'
import { looksLikeAnotherId } from '#drafts/dataset-id.ts'
import { labelOf } from '#drafts/fields.ts'
import { IdPicker } from '#ui/forms/IdPicker.tsx'
import { Notice } from '#ui/Notice.tsx'
import styles from './EditBatch.module.css'
import type { EditForm } from './use-edit-form.ts'

const id = 'edit-datasetId'

type EditDatasetProps = {
  edit: EditForm
  backend: Backend
  /** Undefined while they are being asked for. */
  datasets: readonly KnownDataset[] | undefined
  /** The batch has none yet, so it may stay without. */
  optional: boolean
  /** It is what somebody came for. */
  isWanted: boolean
}

/** The dataset of a stored batch, what is in it, and which columns it lacks that the questions show. */
export function EditDataset({ edit, backend, datasets, optional, isWanted }: EditDatasetProps) {
  const { control } = edit.form
  const { field, fieldState } = useController({ control, name: 'datasetId' })
  const { ref, value, onChange, onBlur } = field
  const columns = useDatasetColumns(backend, value)
  const questions = useDeferredValue(useWatch({ control, name: 'questions' }))
  const missing = value === '' ? [] : missingColumns(valueOfWritten(questions), namesOf(columns))
  const known = columnsInWords(columns)
  const listed = datasets?.some((dataset) => dataset.id === value) ?? true

  return (
    <div
      ref={isWanted ? goTo : undefined}
      role="group"
      aria-labelledby={`${id}-label`}
      tabIndex={-1}
      className={styles.dataset}
    >
      <IdPicker
        id={id}
        label={labelOf('datasetId')}
        options={datasets}
        optional={optional}
        none={optional ? 'None yet: attach it when you set up the batch' : 'Choose a dataset'}
        other="Another dataset: paste its id…"
        pasteLabel="Dataset id"
        help={
          <>
            {!listed && looksLikeAnotherId(value) && (
              <p>
                <strong>
                  This looks like a workspace or study id. Dataset ids look like 0192a3b5-e8f9-… You
                  can still use it.
                </strong>
              </p>
            )}
            {known !== '' && value !== '' && <p className={styles.columns}>{known}</p>}
            You can change the dataset until the batch is set up. Prolific’s API cannot list
            datasets, so you see only those used by this workspace’s batches or made in this
            browser. For one that was uploaded in Prolific, paste its id here.
          </>
        }
        error={fieldState.error?.message}
        value={value}
        onChange={onChange}
        onBlur={onBlur}
        controlRef={ref}
      />
      {missing.length > 0 && (
        <Notice tone="caution" role="status" title="The questions do not fit the dataset.">
          <p>{missingColumnsInWords(missing, namesOf(columns))}</p>
        </Notice>
      )}
    </div>
  )
}

/** The texts are above it, and the button that was pressed is gone. */
function goTo(group: HTMLElement | null) {
  group?.focus()
  group?.scrollIntoView()
}

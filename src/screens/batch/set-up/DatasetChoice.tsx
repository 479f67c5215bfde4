import { useController, type Control } from 'react-hook-form'
import type { KnownDataset } from '#api/datasets/known-datasets.ts'
import type { ShownColumns } from '#api/datasets/use-dataset-columns.ts'
import { columnsInWords } from '#contract/questions/columns-in-words.ts'
import type { Environment } from '#contract/environment.ts'
import { IdPicker } from '#ui/forms/IdPicker.tsx'
import type { SetUpForm } from './set-up-form.ts'

type DatasetChoiceProps = {
  control: Control<SetUpForm>
  environment: Environment
  onChosen: (id: string) => void
  /** Undefined while they are being asked for. */
  datasets: readonly KnownDataset[] | undefined
  /** Those of the chosen one. */
  columns: ShownColumns
  /** What the backend said against the last choice. */
  refused: readonly string[] | undefined
}

const help = {
  practice:
    'These are practice datasets. Prolific’s API cannot list datasets, so in Prolific you see only those used by the workspace’s batches, or you paste an id.',
  prolific:
    'Prolific’s API cannot list datasets, so you see only those used by this workspace’s batches. New one? Upload it in Prolific, then paste its id here.',
}

/** The dataset of a batch that has none yet. */
export function DatasetChoice({
  control,
  environment,
  onChosen,
  datasets,
  columns,
  refused,
}: DatasetChoiceProps) {
  const { field, fieldState } = useController({ control, name: 'dataset_id' })
  const { ref, value, onChange, onBlur } = field
  return (
    <IdPicker
      id="set-up-dataset"
      label="Dataset"
      options={datasets}
      none="Choose a dataset"
      other="Another dataset: paste its id…"
      pasteLabel="Dataset id"
      help={
        <>
          {columns !== undefined && <p>{columnsInWords(columns)}</p>}
          {help[environment]}
        </>
      }
      error={fieldState.error?.message ?? refused?.join(' ')}
      value={value ?? ''}
      onChange={(id: string) => {
        onChange(id)
        onChosen(id)
      }}
      onBlur={onBlur}
      controlRef={ref}
    />
  )
}

import { useController, type Control } from 'react-hook-form'
import { IdPicker } from '#ui/IdPicker.tsx'
import type { KnownDataset } from './known-datasets.ts'
import type { SetUpForm } from './set-up-form.ts'

type DatasetChoiceProps = {
  control: Control<SetUpForm>
  /** Undefined while they are being asked for. */
  datasets: readonly KnownDataset[] | undefined
  /** What the backend said against the last choice. */
  refused: readonly string[] | undefined
}

/** The dataset of a batch that has none yet. */
export function DatasetChoice({ control, datasets, refused }: DatasetChoiceProps) {
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
      help="Prolific’s API cannot list datasets, so you see only those used by this workspace’s batches. New one? Upload it in Prolific, then paste its id here."
      error={fieldState.error?.message ?? refused?.join(' ')}
      value={value ?? ''}
      onChange={onChange}
      onBlur={onBlur}
      controlRef={ref}
    />
  )
}

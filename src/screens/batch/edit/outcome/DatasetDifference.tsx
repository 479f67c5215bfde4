import type { KnownDataset } from '#api/datasets/known-datasets.ts'
import { namesOf, useDatasetColumns } from '#api/datasets/use-dataset-columns.ts'
import type { Backend } from '#contract/app-config.ts'
import { labelOf } from '#drafts/fields.ts'
import styles from '#screens/batch/stored-texts/TextsDifference.module.css'

type DatasetDifferenceProps = {
  backend: Backend
  /** What datasets are called, as far as that is known. */
  datasets: readonly KnownDataset[]
  /** Their ids, '' for none. */
  before: string
  after: string
}

/** One dataset in the place of another: what both are called, and their columns. */
export function DatasetDifference({ backend, datasets, before, after }: DatasetDifferenceProps) {
  const nameOf = (id: string) =>
    id === '' ? 'no dataset' : (datasets.find((dataset) => dataset.id === id)?.label ?? id)
  return (
    <section className={styles.text} aria-label={labelOf('datasetId')}>
      <p className={styles.name}>{labelOf('datasetId')}</p>
      <p className={styles.line}>
        <del>{nameOf(before)}</del> → <ins>{nameOf(after)}</ins>
      </p>
      <Columns backend={backend} datasetId={before} name={nameOf(before)} />
      <Columns backend={backend} datasetId={after} name={nameOf(after)} />
    </section>
  )
}

type ColumnsProps = { backend: Backend; datasetId: string; name: string }

function Columns({ backend, datasetId, name }: ColumnsProps) {
  const columns = namesOf(useDatasetColumns(backend, datasetId))
  if (datasetId === '' || columns === undefined) return null
  return (
    <p className={styles.line}>
      {columns
        ? `Columns of ${name}: ${columns.join(', ')}`
        : `${name} has no columns that questions can show.`}
    </p>
  )
}

import type { KnownDataset } from '#api/datasets/known-datasets.ts'
import type { Backend } from '#contract/app-config.ts'
import { NamedDifference } from '#screens/batch/stored-texts/StoredQuestions.tsx'
import { TextsDifference } from '#screens/batch/stored-texts/TextsDifference.tsx'
import { differingTexts } from '#screens/batch/stored-texts/texts-of.ts'
import { itemsOf, type BatchContent, type Part } from '#screens/batch/edit/batch-content.ts'
import { DatasetDifference } from './DatasetDifference.tsx'

type PartsDifferenceProps = {
  backend: Backend
  /** What datasets are called, as far as that is known. */
  datasets: readonly KnownDataset[]
  parts: readonly Part[]
  before: BatchContent
  after: BatchContent
  /** What the content before and after is called, for example "Yours" and "Stored". */
  names: readonly [string, string]
}

/** What differs in some parts of a batch: texts as participants see them, the rest in words. */
export function PartsDifference(props: PartsDifferenceProps) {
  const { backend, datasets, parts, before, after, names } = props
  return (
    <>
      {parts.includes('texts') && (
        <TextsDifference texts={differingTexts(before.texts, after.texts)} names={names} />
      )}
      {parts.includes('questions') && (
        <NamedDifference
          before={itemsOf(before.questions)}
          after={itemsOf(after.questions)}
          names={names}
        />
      )}
      {parts.includes('dataset') && (
        <DatasetDifference
          backend={backend}
          datasets={datasets}
          before={before.dataset}
          after={after.dataset}
        />
      )}
    </>
  )
}

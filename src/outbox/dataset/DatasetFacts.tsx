import { isNeverShown } from '#contract/dataset-schema.ts'
import type { Recipe } from '#dataset/recipe.ts'
import type { Prepared } from '#dataset/worker/table-service.ts'
import { counted } from '#ui/counted.ts'
import { Facts } from '#ui/dialogs/Facts.tsx'

type DatasetFactsProps = {
  name: string
  /** As people read it; left out where it stands beside this. */
  workspace?: string | undefined
  recipe: Recipe
  prepared: Prepared
}

/** What a dataset is going to be, before it is made. */
export function DatasetFacts({ name, workspace, recipe, prepared }: DatasetFactsProps) {
  const { groups } = prepared
  const keys = (isWanted: (use: string) => boolean) =>
    recipe.columns.flatMap(({ key, use }) => (isWanted(use) ? [key] : [])).join(', ')
  const shown = keys((use) => use !== 'left_out' && !isNeverShown(use))
  const hidden = keys((use) => use === 'metadata')
  const grouping = keys((use) => use === 'task_group_id')
  return (
    <Facts
      rows={[
        ['Name', name],
        ...(workspace === undefined ? [] : [['Workspace', workspace] as const]),
        ['Items', counted(prepared.rows, 'item')],
        ['Participants see', shown || 'No column'],
        ['Hidden', hidden || 'No column'],
        ...(groups ? [['Groups', `${groups.count}, made by ${grouping}`] as const] : []),
      ]}
    />
  )
}

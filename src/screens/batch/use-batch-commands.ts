import { useLocation } from 'wouter'
import type { Environment } from '#contract/environment.ts'
import { useCommands } from '#ui/commands.ts'

type BatchActions = {
  place: Environment
  id: string
  /** Undefined while it cannot be done. */
  onSetUp: (() => void) | undefined
  onEdit: (() => void) | undefined
  onEditQuestions: (() => void) | undefined
  onEditDataset: (() => void) | undefined
  onCheck: () => void
}

const group = 'This batch'

/** Offers what can be done with the batch of this page. */
export function useBatchCommands({
  place: environment,
  id,
  onSetUp,
  onEdit,
  onEditQuestions,
  onEditDataset,
  onCheck,
}: BatchActions) {
  const [, navigate] = useLocation()
  useCommands([
    ...(onSetUp ? [{ name: 'Set up…', group, run: onSetUp }] : []),
    ...(onEdit ? [{ name: 'Edit text', group, run: onEdit }] : []),
    ...(onEditQuestions ? [{ name: 'Edit questions', group, run: onEditQuestions }] : []),
    ...(onEditDataset ? [{ name: 'Change dataset', group, run: onEditDataset }] : []),
    { name: 'Check the status now', group, run: onCheck },
    {
      name: 'Start a new batch from this one',
      group,
      run: () => navigate(`/${environment}/new?from=${environment}/${encodeURIComponent(id)}`),
    },
  ])
}

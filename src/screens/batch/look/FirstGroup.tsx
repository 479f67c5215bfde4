import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { firstGroup } from '#api/datasets/use-item-rows.ts'
import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/answers.ts'
import { ParticipantView } from '#preview/ParticipantView.tsx'
import { Button } from '#ui/Button.tsx'
import { counted } from '#ui/counted.ts'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import styles from './LookAtTask.module.css'

type FirstGroupProps = { backend: Backend; batch: Batch; onClose: () => void }

/** The whole task of the first group of a practice batch, item by item. */
export function FirstGroup({ backend, batch, onClose }: FirstGroupProps) {
  const { task_details: texts, total_task_count: tasks, total_task_groups: groups } = batch
  const client = useQueryClient()
  const datasetId = batch.datasets[0]?.id ?? ''
  const size = Math.ceil((tasks ?? 0) / Math.max(groups ?? 1, 1))
  // The same object as long as nothing changed: the view follows it.
  const rows = useMemo(
    () => firstGroup(client, backend, datasetId, size),
    [client, backend, datasetId, size],
  )
  return (
    <Dialog
      wide
      title="The first group, as one participant sees it"
      onClose={onClose}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      <p>
        This batch has {groups === null ? 'groups' : counted(groups, 'group')}, and one participant
        works through one of them. Prolific draws the items of each group at random, unless the
        dataset has a grouping column.
      </p>
      <div className={styles.view}>
        <ParticipantView
          title={texts?.task_name ?? ''}
          introduction={texts?.task_introduction ?? ''}
          steps={texts?.task_steps ?? ''}
          questions={batch.batch_items}
          rows={rows}
        />
      </div>
    </Dialog>
  )
}

import { ChevronRight } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/answers.ts'
import { formSwitches, labelOf } from '#drafts/fields.ts'
import { CopyButton } from '#ui/CopyButton.tsx'
import { counted, grouped } from '#ui/counted.ts'
import { localAndUtc } from '#ui/moment.ts'
import { OutsideLink } from '#ui/OutsideLink.tsx'
import styles from './BatchDetails.module.css'
import { BatchSwitch } from './BatchSwitch.tsx'
import { workspaceAddress } from './ToProlific.tsx'

/** From this width on there is room for the details beside the participant view. */
const ROOMY_PX = 900

type BatchDetailsProps = {
  batch: Batch
  status: string
  /** Empty when the list of workspaces does not name it. */
  workspaceTitle: string
  backend: Backend
}

/**
 * What the batch has, and, for support and scripts, its ids. Closed at first where room is scarce.
 */
export function BatchDetails({ batch, status, workspaceTitle, backend }: BatchDetailsProps) {
  const [openAtFirst] = useState(() => window.innerWidth >= ROOMY_PX)
  const created = localAndUtc(batch.created_at)
  const { datasets } = batch

  return (
    <details className={styles.details} open={openAtFirst}>
      <summary>
        <ChevronRight aria-hidden size={20} className={styles.chevron} />
        <h2>Details</h2>
      </summary>
      <dl className={styles.list}>
        <Row name="Questions">{amount(batch.total_instruction_count)}</Row>
        <Row name={datasets.length > 1 ? 'Datasets' : 'Dataset'}>
          {datasets.length === 0 && 'None yet'}
          {datasets.map(({ id, filename, total_datapoint_count: items }) => (
            <div key={id}>
              {filename && <>{filename} · </>}
              {items === null ? 'Number of items unknown' : counted(items, 'item')}
            </div>
          ))}
        </Row>
        {formSwitches.map((field) => (
          <Row key={field} name={labelOf(field)}>
            <BatchSwitch backend={backend} batch={batch} name={field} />
          </Row>
        ))}
        <Row name="Tasks">{amount(batch.total_task_count)}</Row>
        <Row name="Groups">{amount(batch.total_task_groups)}</Row>
        <Row name="Created">
          {created ? (
            <>
              {created.local}
              <br />
              <span className={styles.quiet}>{created.utc}</span>
            </>
          ) : (
            'Unknown'
          )}
        </Row>
        <Row name="Workspace">
          {backend.place === 'prolific' && batch.workspace_id !== '' ? (
            <OutsideLink href={workspaceAddress(batch.workspace_id)}>
              {workspaceTitle || 'Open in Prolific'}
            </OutsideLink>
          ) : (
            workspaceTitle || 'Unknown'
          )}
        </Row>
      </dl>
      <details className={styles.developers}>
        <summary>
          <ChevronRight aria-hidden size={16} className={styles.chevron} />
          <h3>For developers</h3>
        </summary>
        <dl className={styles.list}>
          <Row name="Batch id">
            <Id id={batch.id} what="the batch id" />
          </Row>
          <Row name="API status">
            <code>{status || 'none'}</code>
          </Row>
          {datasets.map(({ id }) => (
            <Row key={id} name="Dataset id">
              <Id id={id} what="the dataset id" />
            </Row>
          ))}
          <Row name="Workspace id">
            <Id id={batch.workspace_id} what="the workspace id" />
          </Row>
          <Row name="Created by">
            <Id id={batch.created_by ?? ''} what="the user id" />
          </Row>
        </dl>
      </details>
    </details>
  )
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Id({ id, what }: { id: string; what: string }) {
  if (id === '') return 'Unknown'
  return (
    <div className={styles.id}>
      <code>{id}</code>
      <CopyButton text={id} what={what} />
    </div>
  )
}

function amount(count: number | null) {
  return count === null ? 'Unknown' : grouped(count)
}

import { memo, useDeferredValue } from 'react'
import { Link } from 'wouter'
import { itemsOf } from '#api/batches.ts'
import { statusWord } from '#api/status-word.ts'
import type { Environment } from '#contract/environment.ts'
import type { Batch } from '#contract/answers.ts'
import { Button } from '#ui/Button.tsx'
import { Chip } from '#ui/Chip.tsx'
import { grouped } from '#ui/counted.ts'
import { shortMoment } from '#ui/moment.ts'
import rowLink from '#ui/row-link.module.css'
import styles from './BatchTable.module.css'

/** More than a screen holds: drawn at once, the rest without holding up a key or a press. */
const FIRST = 50

type BatchTableProps = {
  environment: Environment
  batches: readonly Batch[]
  /** Stable: the table is drawn again when it changes. */
  onDuplicate: (id: string) => void
}

/**
 * Batches as a table, or as cards where it is narrow. Built of roles: the rows of a native table cannot
 * be left unpainted while they are out of sight, and there may be a thousand. Memoised, so that typing
 * in the search does not draw them again for each key.
 */
export const BatchTable = memo(function BatchTable(props: BatchTableProps) {
  const { environment, batches, onDuplicate } = props
  const drawn = useDeferredValue(batches, batches.slice(0, FIRST))
  return (
    <div role="table" aria-label="Batches" aria-rowcount={batches.length + 1}>
      <div role="row" className={`${styles.row} ${styles.head}`}>
        <span role="columnheader">Name</span>
        <span role="columnheader">Status</span>
        <span role="columnheader" className={styles.items}>
          Items
        </span>
        <span role="columnheader" className={styles.created}>
          Created
        </span>
        <span role="columnheader">
          <span className="visually-hidden">Action</span>
        </span>
      </div>
      {drawn.map((batch) => (
        <BatchRow
          key={batch.id}
          environment={environment}
          batch={batch}
          onDuplicate={onDuplicate}
        />
      ))}
    </div>
  )
})

type BatchRowProps = Pick<BatchTableProps, 'environment' | 'onDuplicate'> & { batch: Batch }

function BatchRow({ environment: place, batch, onDuplicate }: BatchRowProps) {
  const name = batch.name || 'Untitled batch'
  const { word, tone } = statusWord(batch.status, batch.total_task_count)
  return (
    <div role="row" className={`${rowLink.row} ${styles.row} ${styles.batch}`}>
      <span role="cell" className={styles.name}>
        <Link href={`/${place}/batches/${encodeURIComponent(batch.id)}`} className={rowLink.link}>
          {name}
        </Link>
      </span>
      <span role="cell" className={styles.status}>
        <Chip tone={tone}>{word}</Chip>
      </span>
      <span role="cell" className={styles.items}>
        <Items batch={batch} />
      </span>
      <span role="cell" className={styles.created}>
        {createdAt(batch)}
      </span>
      <span role="cell" className={styles.action}>
        <Button kind="quiet" onClick={() => onDuplicate(batch.id)}>
          Duplicate…<span className="visually-hidden"> “{name}”</span>
        </Button>
      </span>
    </div>
  )
}

function Items({ batch }: { batch: Batch }) {
  const items = itemsOf(batch)
  if (batch.datasets.length === 0) return <span className={styles.none}>No dataset</span>
  if (items === null) return 'Unknown'
  return (
    <>
      {grouped(items)}
      <span className={styles.unit}> {items === 1 ? 'item' : 'items'}</span>
    </>
  )
}

function createdAt({ created_at }: Batch) {
  const at = Date.parse(created_at ?? '')
  return Number.isNaN(at) ? 'Unknown' : shortMoment(at)
}

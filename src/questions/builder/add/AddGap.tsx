import { Plus } from 'lucide-react'
import type { Position } from '#contract/questions/layout-items.ts'
import { AddPanel } from './AddPanel.tsx'
import { useBuilder, useShown } from '#questions/builder/state/builder-context.ts'
import { keyOfAdding, type Adding } from '#questions/builder/state/builder-state.ts'
import styles from '#questions/builder/builder.module.css'
import { focusAdding } from '#questions/builder/state/focus-form.ts'

type AddGapProps = {
  adding: Adding
  position: Position
  /** At the end of a page there is a whole button. */
  isLast?: boolean
}

/** A place where something can be added. */
export function AddGap({ adding, position, isLast = false }: AddGapProps) {
  const { store } = useBuilder()
  const key = keyOfAdding(adding)
  const isOpen = useShown(store, ({ adding: now }) => now !== null && keyOfAdding(now) === key)
  if (isOpen) return <AddPanel adding={adding} position={position} />
  return (
    <button
      type="button"
      className={isLast ? styles.lastGap : styles.gap}
      data-gap={key}
      aria-label={isLast ? undefined : 'Add here'}
      onClick={({ currentTarget }) => focusAdding(currentTarget, () => store.startAdding(adding))}
    >
      <Plus aria-hidden size={16} />
      {isLast && 'Add'}
    </button>
  )
}

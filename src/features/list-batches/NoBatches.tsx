import { FileSearch, PenLine } from 'lucide-react'
import { Link } from 'wouter'
import type { Place } from '#contract/place.ts'
import { Button } from '#ui/Button.tsx'
import styles from './NoBatches.module.css'

type NoBatchesProps = {
  place: Place
  /** What was searched for; empty when the workspace itself is empty. */
  words: string
  onClear: () => void
}

/** In place of a list with nothing in it: what to do instead. */
export function NoBatches({ place, words, onClear }: NoBatchesProps) {
  return (
    <div className={styles.empty}>
      {words === '' ? (
        <>
          <PenLine aria-hidden size={32} className={styles.icon} />
          <p>
            No batches in this workspace yet.{' '}
            <Link href={`/${place}/new`}>Write the first one</Link>, or{' '}
            <Link href={`/${place}/templates`}>start from a template</Link>.
          </p>
        </>
      ) : (
        <>
          <FileSearch aria-hidden size={32} className={styles.icon} />
          <p>No batch name contains “{words.trim()}”.</p>
          <Button onClick={onClear}>Show all batches</Button>
        </>
      )}
    </div>
  )
}

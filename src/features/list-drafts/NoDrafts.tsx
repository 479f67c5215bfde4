import { FileSearch, PenLine } from 'lucide-react'
import { Link } from 'wouter'
import type { Place } from '#contract/place.ts'
import { Button } from '#ui/Button.tsx'
import styles from './NoDrafts.module.css'

type NoDraftsProps = {
  place: Place
  /** What was searched for; empty when there are no drafts at all. */
  words: string
  onClear: () => void
}

/** In place of a list with nothing in it: what to do instead. */
export function NoDrafts({ place, words, onClear }: NoDraftsProps) {
  return (
    <div className={styles.empty}>
      {words.trim() === '' ? (
        <>
          <PenLine aria-hidden size={32} className={styles.icon} />
          <p>
            No drafts yet. <Link href={`/${place}/new`}>Write a batch</Link>: it is kept here from
            the first key. Or <Link href={`/${place}/templates`}>start from a template</Link>, or
            from <Link href={`/${place}/import`}>a request or a file</Link> that you have.
          </p>
        </>
      ) : (
        <>
          <FileSearch aria-hidden size={32} className={styles.icon} />
          <p>No draft contains “{words.trim()}”.</p>
          <Button onClick={onClear}>Show all drafts</Button>
        </>
      )}
    </div>
  )
}

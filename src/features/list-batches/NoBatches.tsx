import { Link } from 'wouter'
import type { Place } from '#contract/place.ts'
import { EmptyList } from '#ui/EmptyList.tsx'

type NoBatchesProps = {
  place: Place
  /** What was searched for; empty when the workspace itself is empty. */
  words: string
  onClear: () => void
}

/** In place of a list without batches in it: what to do instead. */
export function NoBatches({ place, words, onClear }: NoBatchesProps) {
  if (words !== '') {
    return (
      <EmptyList showAll={{ label: 'Show all batches', run: onClear }}>
        No batch name contains “{words.trim()}”.
      </EmptyList>
    )
  }
  return (
    <EmptyList>
      No batches in this workspace yet. <Link href={`/${place}/new`}>Write the first one</Link>, or{' '}
      <Link href={`/${place}/templates`}>start from a template</Link>.
    </EmptyList>
  )
}

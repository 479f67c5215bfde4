import { Link } from 'wouter'
import type { Place } from '#contract/environment.ts'
import { EmptyList } from '#ui/ListPage.tsx'

type NoDraftsProps = {
  place: Place
  /** What was searched for; empty when there are no drafts at all. */
  words: string
  onClear: () => void
}

/** In place of a list without drafts in it: what to do instead. */
export function NoDrafts({ place, words, onClear }: NoDraftsProps) {
  if (words.trim() !== '') {
    return (
      <EmptyList showAll={{ label: 'Show all drafts', run: onClear }}>
        No draft contains “{words.trim()}”.
      </EmptyList>
    )
  }
  return (
    <EmptyList>
      No drafts yet. <Link href={`/${place}/new`}>Write a batch</Link>: it is kept here from the
      first key. Or <Link href={`/${place}/templates`}>start from a template</Link>, or from{' '}
      <Link href={`/${place}/import`}>a request or a file</Link> that you have.
    </EmptyList>
  )
}

import { Link } from 'wouter'
import type { Environment } from '#contract/environment.ts'
import { EmptyList } from '#ui/ListPage.tsx'

type NoDraftsProps = {
  environment: Environment
  /** What was searched for; empty when there are no drafts at all. */
  words: string
  onClear: () => void
}

/** In place of a list without drafts in it: what to do instead. */
export function NoDrafts({ environment, words, onClear }: NoDraftsProps) {
  if (words.trim() !== '') {
    return (
      <EmptyList showAll={{ label: 'Show all drafts', run: onClear }}>
        No draft contains “{words.trim()}”.
      </EmptyList>
    )
  }
  return (
    <EmptyList>
      No drafts yet. <Link href={`/${environment}/new`}>Write a batch</Link>, and it is kept here
      from the first key you press. Or{' '}
      <Link href={`/${environment}/templates`}>start from a template</Link>, or{' '}
      <Link href={`/${environment}/import`}>import a request or a file</Link>.
    </EmptyList>
  )
}

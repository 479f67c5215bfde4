import type { Place } from '#contract/environment.ts'
import { LinkButton } from '#ui/Button.tsx'

type StartFromThisProps = { place: Place; id: string; kind: 'primary' | 'secondary' | 'quiet' }

/** Opens the form with everything this batch holds. */
export function StartFromThis({ place, id, kind }: StartFromThisProps) {
  return (
    <LinkButton href={`/${place}/new?from=${place}/${encodeURIComponent(id)}`} kind={kind}>
      Start a new batch from this one
    </LinkButton>
  )
}

import type { Environment } from '#contract/environment.ts'
import { LinkButton } from '#ui/Button.tsx'

type StartFromThisProps = {
  environment: Environment
  id: string
  kind: 'primary' | 'secondary' | 'quiet'
}

/** Opens the form with everything this batch holds. */
export function StartFromThis({ environment, id, kind }: StartFromThisProps) {
  return (
    <LinkButton
      href={`/${environment}/new?from=${environment}/${encodeURIComponent(id)}`}
      kind={kind}
    >
      Start a new batch from this one
    </LinkButton>
  )
}

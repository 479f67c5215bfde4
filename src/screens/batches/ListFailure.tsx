import type { ApiFailure } from '#api/api-error.ts'
import { explainFailure } from '#api/explain-failure.ts'
import type { Backend } from '#contract/app-config.ts'
import { Button } from '#ui/Button.tsx'
import { HereLink } from '#ui/HereLink.tsx'
import { shortMoment } from '#ui/moment.ts'
import { Notice } from '#ui/Notice.tsx'
import { Quotation } from '#ui/Quotation.tsx'

type ListFailureProps = {
  what: 'batches' | 'workspaces'
  backend: Backend
  failure: ApiFailure
  onRetry: () => unknown
  /** When the list that is still shown was loaded, in milliseconds since 1970. */
  shownSince?: number
}

/** Why a list could not be loaded, and how old the one is that is shown instead. */
export function ListFailure({ what, backend, failure, onRetry, shownSince }: ListFailureProps) {
  const { title, sentence, quote, next } = explainFailure(failure, backend.name)
  return (
    <Notice
      tone={shownSince === undefined ? 'bad' : 'caution'}
      role="alert"
      title={`The ${what} could not be loaded. ${title}`}
      actions={
        <>
          {next === 'connect' && backend.place === 'prolific' && (
            <HereLink open="connection">Connect again</HereLink>
          )}
          <Button onClick={onRetry}>Try again</Button>
        </>
      }
    >
      <p>
        {shownSince !== undefined && `This list is from ${shortMoment(shownSince)}. `}
        {sentence}
        {what === 'workspaces' && ' You can also paste a workspace id.'}
      </p>
      <Quotation speaker={backend.name} words={quote} />
    </Notice>
  )
}

import type { ApiFailure } from '#api/api-error.ts'
import { explainFailure } from '#api/explain-failure.ts'
import type { Backend } from '#contract/app-config.ts'
import { placeName } from '#contract/place.ts'
import { Button } from '#ui/Button.tsx'
import { HereLink } from '#ui/HereLink.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Quotation } from '#ui/Quotation.tsx'

type BatchFailureProps = {
  backend: Backend
  id: string
  failure: ApiFailure
  onRetry: () => unknown
}

/** In place of a batch that could not be loaded: why, and where to go from here. */
export function BatchFailure({ backend, id, failure, onRetry }: BatchFailureProps) {
  const { place, name } = backend
  const other = placeName(place === 'practice' ? 'prolific' : 'practice')
  const { title, sentence, quote, next } = explainFailure(failure, name)
  const unknown = failure.kind === 'missing' && !failure.feature

  return (
    <>
      <title>{`${unknown ? 'No such batch' : 'Batch not loaded'} – ${name}`}</title>
      <h1>{unknown ? 'No such batch here' : 'This batch could not be loaded'}</h1>
      <Notice
        tone={unknown ? 'caution' : 'bad'}
        role="alert"
        title={unknown ? `There is no batch with this id in ${name}.` : title}
        actions={
          <>
            {next === 'connect' && place === 'prolific' && (
              <HereLink open="connection">Connect again</HereLink>
            )}
            {!unknown && <Button onClick={onRetry}>Try again</Button>}
            {unknown && (
              <LinkButton href={`/${other.toLowerCase()}/batches/${encodeURIComponent(id)}`}>
                Look for it in {other}
              </LinkButton>
            )}
            <LinkButton href={`/${place}/batches`} kind="quiet">
              See the batches in {name}
            </LinkButton>
          </>
        }
      >
        <p>
          {unknown
            ? `It may belong to ${other}, its id may be mistyped, or it may not be open to you.`
            : sentence}
        </p>
        {!unknown && <Quotation speaker={name} words={quote} />}
        <p>
          Id: <code>{id}</code>
        </p>
      </Notice>
    </>
  )
}

import type { UseQueryResult } from '@tanstack/react-query'
import type { ApiError } from '#api/api-error.ts'
import { explainFailure } from '#api/explain-failure.ts'
import type { FollowedStatus } from '#api/follow-status.ts'
import { statusWord } from '#api/status-word.ts'
import type { Backend } from '#contract/app-config.ts'
import { Button } from '#ui/Button.tsx'
import { exactTime } from '#ui/moment.ts'
import { HereLink } from '#ui/HereLink.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Quotation } from '#ui/Quotation.tsx'
import { setUpOutcome } from './set-up-form.ts'

type SetUpTroubleProps = {
  backend: Backend
  error: ApiError
  following: UseQueryResult<FollowedStatus>
}

/** Why a set-up did not begin, or why that is not known and what a look at the status showed. */
export function SetUpTrouble({ backend, error, following }: SetUpTroubleProps) {
  const { place: environment, name } = backend
  const { title, sentence, quote, next } = explainFailure(error.failure, name)
  const outcome = setUpOutcome(error, following)

  switch (outcome) {
    case 'refused':
      return (
        <Notice
          tone="bad"
          role="alert"
          title={`Not set up. ${title}`}
          actions={
            next === 'connect' &&
            environment === 'prolific' && <HereLink open="connection">Connect again</HereLink>
          }
        >
          <p>{sentence}</p>
          <Quotation speaker={name} words={quote} />
        </Notice>
      )
    case 'begun':
      return (
        <Notice tone="info" role="status" title="Set-up has started.">
          <p>
            Status: {statusWord(following.data?.status ?? '', null).word}. You do not need to send
            it again.
          </p>
        </Notice>
      )
    case 'unknown':
    case 'resting':
      return (
        <Notice
          tone="caution"
          role="alert"
          title="We do not know whether set-up has started."
          actions={
            <Button onClick={() => following.refetch()} aria-disabled={following.isFetching}>
              Look again
            </Button>
          }
        >
          <p>
            {title} This happened at {exactTime(error.at)}, after the request was sent.
          </p>
          <p>{lookedSentence(following, outcome)}</p>
          <Quotation speaker={name} words={quote} />
        </Notice>
      )
  }
}

function lookedSentence(
  { isFetching, dataUpdatedAt, errorUpdatedAt }: UseQueryResult<FollowedStatus>,
  outcome: 'unknown' | 'resting',
) {
  if (isFetching) return 'Checking the status of the batch…'
  return outcome === 'resting'
    ? `At ${exactTime(dataUpdatedAt)} it was not set up yet. Set-up may still start, so look again before you send it again.`
    : `The status could not be checked at ${exactTime(errorUpdatedAt)} either.`
}

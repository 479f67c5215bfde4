import type { UseQueryResult } from '@tanstack/react-query'
import type { ApiError } from '#api/api-error.ts'
import { explainFailure, mayHaveHappened } from '#api/explain-failure.ts'
import type { FollowedStatus } from '#api/follow-status.ts'
import { statusWord } from '#api/status-word.ts'
import { Button } from '#ui/Button.tsx'
import { exactTime } from '#ui/moment.ts'
import { Notice } from '#ui/Notice.tsx'
import { Quotation } from '#ui/Quotation.tsx'

type SetUpTroubleProps = {
  place: string
  error: ApiError
  following: UseQueryResult<FollowedStatus>
  onBegun: () => void
}

/** Why a set-up did not begin, or why that is not known and what a look at the status showed. */
export function SetUpTrouble({ place, error, following, onBegun }: SetUpTroubleProps) {
  const { title, sentence, quote } = explainFailure(error.failure, place)
  if (!mayHaveHappened(error.failure)) {
    return (
      <Notice tone="bad" role="alert" title={`Not set up. ${title}`}>
        <p>{sentence}</p>
        <Quotation speaker={place} words={quote} />
      </Notice>
    )
  }

  const status = following.data?.status
  const looked = following.dataUpdatedAt >= error.at
  if (looked && status !== undefined && status !== 'UNINITIALISED') {
    return (
      <Notice
        tone="info"
        role="status"
        title="Set-up did begin."
        actions={<Button onClick={onBegun}>Close</Button>}
      >
        <p>The batch says: {statusWord(status, null).word}. There is nothing to send again.</p>
      </Notice>
    )
  }

  return (
    <Notice
      tone="caution"
      role="alert"
      title="We do not know whether set-up began."
      actions={
        <Button onClick={() => following.refetch()} aria-disabled={following.isFetching}>
          Look again
        </Button>
      }
    >
      <p>
        {title} That was at {exactTime(error.at)}, after we sent it.
      </p>
      <p>{lookedSentence(following, error.at)}</p>
      <Quotation speaker={place} words={quote} />
    </Notice>
  )
}

function lookedSentence(following: UseQueryResult<FollowedStatus>, since: number) {
  const { isFetching, dataUpdatedAt, errorUpdatedAt } = following
  if (isFetching) return 'Looking at the status of the batch…'
  if (dataUpdatedAt >= since) {
    return `At ${exactTime(dataUpdatedAt)} it was not set up yet. It may still begin: look again before you send it again.`
  }
  return errorUpdatedAt >= since
    ? `The status could not be looked at either, at ${exactTime(errorUpdatedAt)}.`
    : 'The status has not been looked at since.'
}

import { useState } from 'react'
import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/read-batch.ts'
import type { ProfileName } from '#html/profiles.ts'
import { fieldsOfFailure } from './fields-of-failure.ts'
import { OUTCOME } from './outcome-id.ts'
import { useCreation, type Sending } from './use-creation.ts'
import type { Draft } from './use-draft.ts'

type Submission = {
  draft: Draft
  backend: Backend | undefined
  onCreated: (batch: Batch, sending: Sending) => void
}

/** With the sanitiser, which nothing before the first key needs. It has come with the side panel. */
const loadRequest = async () => {
  const loaded = await import('./to-create-batch-request.ts').catch(() => null)
  return loaded?.toCreateBatchRequest
}

/** What is to be confirmed: `keeps` is what Prolific is taken to keep of it. */
type Review = Sending & { keeps: ProfileName }

/**
 * From pressing the button to a created batch: the last keys are handed over, the form is checked, and
 * what is to be created outside Practice is reviewed once before it is sent.
 */
export function useSubmission({ draft, backend, onCreated }: Submission) {
  const { form, flush, say } = draft
  const [review, setReview] = useState<Review | null>(null)
  const creation = useCreation({
    onCreated,
    onRefused: (failure) => {
      for (const { field, message } of fieldsOfFailure(failure)) {
        form.setError(field, { type: 'server', message })
      }
    },
  })

  /** `again` sends although the last attempt may have created the batch: only after a look. */
  const submit = async ({ again = false } = {}) => {
    if (creation.unknown && !again) return document.getElementById(OUTCOME)?.focus()
    flush()
    await form.handleSubmit(async (texts) => {
      const toCreateBatchRequest = await loadRequest()
      if (!backend || !toCreateBatchRequest) {
        return say('Nothing was sent: the server has not answered yet.')
      }
      const sending = { backend, request: toCreateBatchRequest(texts) }
      if (backend.place === 'practice') creation.send(sending)
      else setReview({ ...sending, keeps: texts.keeps })
    })()
  }

  return {
    creation,
    review,
    submit,
    confirm: () => {
      if (review) creation.send(review)
      setReview(null)
    },
    goBack: () => setReview(null),
  }
}

import type { ProfileName } from '#html/profile/profile-names.ts'
import { useState, useEffect, useEffectEvent } from 'react'
import type { ApiFailure } from '#api/api-error.ts'
import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/answers.ts'
import type { DraftData } from '#dataset/store/draft-data.ts'
import { showUnread } from '#html/parse/unread-text.ts'
import { labelOf } from '#drafts/fields.ts'
import type { Intent } from '#outbox/store/intent.ts'
import { UNCERTAIN } from '#outbox/unconfirmed/uncertain-id.ts'
import { type TextName, OUTCOME } from '#screens/write/fields/form-fields.ts'
import { useCreation, type Sending } from './use-creation.ts'
import { useDataFirst } from './use-data-first.ts'
import type { Draft } from '#screens/write/draft/use-draft.ts'

const load = () => import('#outbox/send/sends-of-draft.ts')
const loadData = () => import('#dataset/store/draft-data.ts')

type Submitted = {
  draft: Draft
  backend: Backend | undefined
  onCreated: (batch: Batch, sending: Sending) => void
  /** Called when the draft is known to have become a batch by another way. */
  onBecameBatch: (intent: Intent) => void
}

/** With the sanitiser, which nothing before the first key needs. It has come with the side panel. */
const loadRequest = async () => {
  const loaded = await import('./to-create-batch-request.ts').catch(() => null)
  return loaded?.makeRequest
}

/**
 * What is to be confirmed: `keeps` is what Prolific is taken to keep of it, `leftOutOf` are the texts as
 * written where the rest was left out on purpose.
 */
type Review = Sending & {
  keeps: ProfileName
  leftOutOf: readonly string[]
  /** The spreadsheet that is to become the dataset first; null when there is none. */
  data: DraftData | null
}

export type Submission = ReturnType<typeof useSubmission>

/**
 * From pressing the button to a created batch: the last keys are handed over, the form is checked, and
 * what is to be created outside Practice, or after its dataset, is reviewed once before it is sent.
 */
export function useSubmission({ draft, backend, onCreated, onBecameBatch }: Submitted) {
  const { form, flush, say } = draft

  /** Nothing is sent as long as a text is not known to be what is on the screen. */
  const refuse = (texts: readonly TextName[]) => {
    showUnread(form.setError, texts)
    say(
      texts.length > 0
        ? `Nothing was sent: ${texts.map((text) => labelOf(text)).join(' and ')} cannot be read.`
        : 'Nothing was sent: the request could not be made. Your text is kept; reload the page and try again.',
    )
  }
  const [review, setReview] = useState<Review | null>(null)
  const dataFirst = useDataFirst()
  const creation = useCreation({
    onCreated,
    onRefused: (failure) => void markFields(form, failure),
    onNotKnown: showUncertain,
  })
  /** What was changed since it was sent stays; creating it asks first. */
  const letGoIfUnchanged = async (intent: Intent) => {
    const makeRequest = await loadRequest()
    if (creation.isLocked() || !makeRequest) return
    const present = makeRequest(form.getValues())
    if (present.kind === 'made' && present.body === intent.body) onBecameBatch(intent)
  }
  const open = useDraftSends(draft.id, (intent) => void letGoIfUnchanged(intent))

  /** `evenIfCreated` makes a second batch of a draft that became one: somebody was asked. */
  const submit = async ({ evenIfCreated = false } = {}) => {
    if (open) return showUncertain()
    dataFirst.forget()
    if (creation.mustWait()) return document.getElementById(OUTCOME)?.focus()
    const unread = flush()
    if (unread.length > 0) return refuse(unread)
    await form.handleSubmit(async (texts) => {
      const makeRequest = await loadRequest()
      if (!backend || !makeRequest) {
        return say('Nothing was sent: the server has not answered yet.')
      }
      const made = makeRequest(texts)
      if (made.kind === 'unread') return refuse(made.texts)
      const sending = { backend, draft: draft.id, request: made.request, body: made.body }
      const data = texts.datasetId === '' ? await dataOf(draft) : null
      if (backend.place === 'practice' && !data) await creation.send(sending, { evenIfCreated })
      else {
        const leftOutOf = texts.onlyKept ? [texts.introduction, texts.steps] : []
        setReview({ ...sending, keeps: texts.keeps, leftOutOf, data })
      }
    })()
  }

  const makeDataFirst = (confirmed: Review, evenIfCreated: boolean) => {
    const { data, request } = confirmed
    if (!data) return
    void dataFirst.make(confirmed.backend, data, request.workspace_id, async (id, isWhole) => {
      draft.change(() => form.setValue('datasetId', id))
      if (!isWhole) return
      // The batch is what is in the form, now with its dataset.
      const made = (await loadRequest())?.(form.getValues())
      if (made?.kind !== 'made') return refuse(made?.texts ?? [])
      const sending = { ...confirmed, request: made.request, body: made.body }
      if (made.request.dataset_id === id) await creation.send(sending, { evenIfCreated })
    })
  }

  return {
    creation,
    dataFirst,
    busy: creation.busy || dataFirst.busy,
    /** Nothing is sent before it is known what happened to what was sent. */
    blocked: open && !creation.busy,
    review,
    submit,
    /**
     * `saidBefore`: the review said that a batch was made of this draft before. `withData`: its
     * spreadsheet becomes the dataset first.
     */
    confirm: (saidBefore: boolean, withData: boolean) => {
      if (review && withData) makeDataFirst(review, saidBefore)
      else if (review) void creation.send(review, { evenIfCreated: saidBefore })
      setReview(null)
    },
    goBack: () => setReview(null),
  }
}

/** The draft's spreadsheet, if no dataset was made of it yet. Where nobody can tell, there is none. */
async function dataOf({ id, environment }: Draft) {
  try {
    return await (await loadData()).dataToMake(id, environment)
  } catch {
    return null
  }
}

/** Tells the fields what the backend has against them. */
async function markFields(form: Draft['form'], failure: ApiFailure) {
  // It has come with the notice about failures, which needs it too and says so when it could not be loaded.
  const { fieldsOfFailure } = await import('./fields-of-failure.ts')
  for (const { field, message } of fieldsOfFailure(failure)) {
    form.setError(field, { type: 'server', message })
  }
}

/** The part above every screen that speaks of uncertain sends. */
function showUncertain() {
  document.getElementById(UNCERTAIN)?.focus()
}

/**
 * Follows what is sent of a draft, from this window or another. True while that is not settled:
 * nothing more is sent of it then. `onCreated` is told the batch that it became last, also at the start.
 */
function useDraftSends(draft: string, onCreated: (intent: Intent) => void) {
  const [open, setOpen] = useState(false)
  const created = useEffectEvent(onCreated)

  // What is kept, and the other windows, are outside of React.
  useEffect(() => {
    let wanted = true
    let stop = () => {}
    const follow = async () => {
      const { watchDraft } = await load()
      if (!wanted) return
      stop = watchDraft(draft, (sends) => {
        setOpen(sends.open !== null)
        if (sends.created) created(sends.created)
      })
    }
    // Without this part nothing can be sent either, and sending says so.
    follow().catch(() => {})
    return () => {
      wanted = false
      stop()
    }
  }, [draft])

  return open
}

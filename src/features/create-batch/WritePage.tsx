import { useState, type KeyboardEvent } from 'react'
import { useLocation } from 'wouter'
import type { Backend } from '#contract/app-config.ts'
import type { Place } from '#contract/place.ts'
import { textsOfBatch } from '#draft-files/texts-of-batch.ts'
import type { TextPlace } from '#html/text-place.ts'
import type { FieldName } from '#storage/draft-fields.ts'
import { blankTexts } from '#storage/stored-draft.ts'
import { Button } from '#ui/Button.tsx'
import { Later } from '#ui/Later.tsx'
import type { BatchDraft, TextName } from './batch-draft.ts'
import { BottomBar } from './BottomBar.tsx'
import { createCheckCount } from './check-count.ts'
import { DraftLine } from './DraftLine.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'
import { focusField } from './focus-field.ts'
import { NarrowSwitch } from './NarrowSwitch.tsx'
import { SidePanel } from './SidePanel.tsx'
import { exampleDraft, markedName } from './starting-points.ts'
import { StartFromBatch } from './StartFromBatch.tsx'
import { useAddressWishes } from './use-address-wishes.ts'
import { useDraftId } from './use-draft-id.ts'
import { useDraft } from './use-draft.ts'
import { usePlaceChange } from './use-place-change.ts'
import { useSubmission } from './use-submission.ts'
import { useViews } from './use-views.ts'
import { WriteFields } from './WriteFields.tsx'
import styles from './WritePage.module.css'

/** At once after the first paint: when it is needed, the server may be out of reach. */
const loadOutcome = async () => (await import('./OutcomeNotice.tsx')).OutcomeNotice
const loadReview = async () => (await import('./ReviewDialog.tsx')).ReviewDialog

type WritePageProps = { place: Place; backends: readonly Backend[] | undefined }

/** The screen on which a batch is written, looked at and created. */
export function WritePage({ place, backends }: WritePageProps) {
  const [, navigate] = useLocation()
  const backend = backends?.find((candidate) => candidate.place === place)
  const draft = useDraft(place)
  const { id: draftId, renew } = useDraftId()
  const { form, live, keeper, registerFlush } = draft
  const { side, shown, showForm, showSide } = useViews()
  const [checkCount] = useState(createCheckCount)
  usePlaceChange(draft, place)

  const letDraftGo = () => {
    draft.clear()
    renew()
  }
  const { creation, blocked, review, submit, confirm, goBack } = useSubmission({
    draft,
    draftId,
    backend,
    onCreated: (batch, sending) => {
      letDraftGo()
      navigate(`/${sending.backend.place}/batches/${batch.id}`)
    },
    onBecameBatch: (name) => {
      letDraftGo()
      draft.say(`“${name}” was created, so its draft is gone from here.`)
    },
  })
  const { from, fulfil } = useAddressWishes((fault) =>
    form.setValue('batchName', markedName(form.getValues('batchName'), fault)),
  )
  const source = backends?.find((candidate) => candidate.place === from?.place)

  const startWith = (texts: BatchDraft, message: string) => {
    creation.forget()
    draft.replace(texts, message)
  }
  const startOver = () => startWith(blankTexts, 'Everything was cleared.')
  // On a narrow screen the form gets its place back with the next frame.
  const inForm = (action: () => void) => {
    showForm()
    requestAnimationFrame(action)
  }
  const goTo = (field: FieldName) => inForm(() => focusField(form, field))
  const reveal = (field: TextName, at: TextPlace) => inForm(() => draft.texts.reveal(field, at))
  const submitByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return
    // A dialog over the form has something of its own to confirm.
    if (event.target instanceof Element && event.target.closest('dialog')) return
    // Before the editor takes it for a line break.
    event.preventDefault()
    event.stopPropagation()
    void submit()
  }

  return (
    <main onKeyDownCapture={submitByKey}>
      <title>New batch – Batch Composer</title>
      <h1 className="visually-hidden">New batch</h1>
      <NarrowSwitch
        shown={shown}
        side={side}
        checkCount={checkCount}
        onForm={showForm}
        onSide={showSide}
      />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          showForm()
          void submit()
        }}
      >
        <div className={styles.page} data-shown={shown} data-side={side}>
          <div className={styles.form} inert={creation.busy}>
            <DraftLine
              draft={draft}
              place={place}
              onExample={() =>
                startWith(
                  exampleDraft(place, form.getValues('batchName')),
                  'The example is in the form.',
                )
              }
              onStartOver={startOver}
            />
            {from && source && (
              <StartFromBatch
                backend={source}
                id={from.id}
                onLoaded={(batch) => {
                  fulfil()
                  const texts = textsOfBatch(batch, source.place, place)
                  startWith(texts, `Started from “${batch.name}”.`)
                }}
              />
            )}
            <Later load={loadOutcome} name="the part that explains failures">
              {(OutcomeNotice) => (
                <OutcomeNotice
                  creation={creation}
                  place={place}
                  placeName={backend?.name ?? ''}
                  onGoTo={goTo}
                  onAgain={submit}
                />
              )}
            </Later>
            <ErrorSummary form={form} onGoTo={goTo} />
            <WriteFields
              form={form}
              backend={backend}
              live={live}
              registerFlush={registerFlush}
              texts={draft.texts}
            />
            <Button kind="quiet" className={styles.startOver} onClick={startOver}>
              Start over
            </Button>
          </div>
          <aside className={styles.side} aria-label="What becomes of it">
            <SidePanel
              form={form}
              live={live}
              selected={side}
              checkCount={checkCount}
              onSelect={showSide}
              onGoTo={goTo}
              texts={draft.texts}
              onReveal={reveal}
            />
          </aside>
        </div>
        <BottomBar
          form={form}
          keeper={keeper}
          action={place === 'practice' ? 'Create practice batch' : 'Create in Prolific…'}
          busy={creation.busy}
          blocked={blocked}
          onStartOver={startOver}
          onGoTo={goTo}
        />
      </form>
      {review && (
        <Later load={loadReview} name="the review">
          {(ReviewDialog) => <ReviewDialog {...review} onConfirm={confirm} onClose={goBack} />}
        </Later>
      )}
    </main>
  )
}

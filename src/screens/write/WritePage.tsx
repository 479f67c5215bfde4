import { useState, type KeyboardEvent } from 'react'
import { useLocation } from 'wouter'
import type { Backend } from '#contract/app-config.ts'
import type { Place } from '#contract/environment.ts'
import type { TextPlace } from '#html/parse/edit-blocks.ts'
import type { FieldName } from '#drafts/store/draft-fields.ts'
import { blankTexts } from '#drafts/store/stored-draft.ts'
import { Button } from '#ui/Button.tsx'
import { Later } from '#ui/loading/Later.tsx'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'
import { type TextName, focusField } from '#screens/write/fields/form-fields.ts'
import { BottomBar } from './BottomBar.tsx'
import { createCheckCount } from './check-count.ts'
import { DraftLine } from '#screens/write/notices/DraftLine.tsx'
import { ErrorSummary } from '#screens/write/submit/ErrorSummary.tsx'
import { NarrowSwitch } from './NarrowSwitch.tsx'
import { SidePanel } from './SidePanel.tsx'
import { exampleDraft, markedName } from '#screens/write/draft/starting-points.ts'
import { useAddressWishes } from '#screens/write/draft/use-address-wishes.ts'
import { useDraft } from '#screens/write/draft/use-draft.ts'
import { useOpening } from '#screens/write/fields/use-hydrated.ts'
import { usePlaceChange } from '#screens/write/draft/use-environment-change.ts'
import { useSubmission } from '#screens/write/submit/use-submission.ts'
import { useViews } from './use-views.ts'
import { WriteFields } from '#screens/write/fields/WriteFields.tsx'
import type { WriteDialog } from './WriteExtras.tsx'
import type { WriteSession } from '#screens/write/draft/write-session.ts'
import styles from './WritePage.module.css'

/** At once after the first paint: when it is needed, the server may be out of reach. */
const loadOutcome = async () =>
  (await import('#screens/write/submit/OutcomeNotice.tsx')).OutcomeNotice
const loadExtras = async () => (await import('./WriteExtras.tsx')).WriteExtras
const loadShare = async () => (await import('./ShareDraft.tsx')).ShareDraft
const loadStart = async () =>
  (await import('#screens/write/notices/StartFromBatch.tsx')).StartFromBatch
const loadReview = async () => (await import('#screens/write/submit/ReviewDialog.tsx')).ReviewDialog

type WritePageProps = {
  place: Place
  backends: readonly Backend[] | undefined
  session: WriteSession
}

/** The screen on which a batch is written, looked at and created. */
export function WritePage({ place, backends, session }: WritePageProps) {
  const [, navigate] = useLocation()
  const backend = backends?.find((candidate) => candidate.place === place)
  const draft = useDraft(place, session)
  const { form, live, keeper } = draft
  const [dialog, setDialog] = useState<WriteDialog | null>(null)
  const waiting = useOpening(keeper)
  const { side, shown, showForm, showSide } = useViews()
  const [checkCount] = useState(createCheckCount)
  usePlaceChange(draft, place)

  const { creation, blocked, review, submit, confirm, goBack } = useSubmission({
    draft,
    backend,
    onCreated: (batch, sending) => {
      draft.finish({ place: sending.backend.place, id: batch.id })
      // Going back from the batch leads to a fresh form.
      navigate(`/${place}/new`, { replace: true })
      navigate(`/${sending.backend.place}/batches/${batch.id}`)
    },
    onBecameBatch: ({ place: where, batchId }) => {
      if (batchId !== undefined) draft.finish({ place: where, id: batchId })
    },
  })
  const { from, fulfil } = useAddressWishes((fault) => {
    const name = form.getValues('batchName')
    const marked = markedName(name, fault)
    if (marked === name) return
    const before = draft.change(() => form.setValue('batchName', marked))
    if (name !== '') draft.say(`The batch is called “${marked}” now.`, before)
  })
  const source = backends?.find((candidate) => candidate.place === from?.place)

  const startWith = (texts: BatchDraft, message: string) => {
    creation.forget()
    draft.replace(texts, message)
  }
  const startWithExample = () =>
    startWith(exampleDraft(place, form.getValues('batchName')), 'The example is in the form.')
  const startOver = () => startWith(blankTexts, 'Everything was cleared.')
  const showDialog = (wanted: WriteDialog | null) => {
    // It shows or keeps what is written, the last key included.
    draft.flush()
    setDialog(wanted)
  }
  // On a narrow screen the form gets its place back with the next frame.
  const inForm = (action: () => void) => {
    showForm()
    requestAnimationFrame(action)
  }
  const goTo = (field: FieldName) => inForm(() => focusField(form, field))
  const reveal = (field: TextName, at: TextPlace) => inForm(() => draft.texts.reveal(field, at))
  const action = place === 'practice' ? 'Create practice batch' : 'Create in Prolific…'
  const submitByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return
    // A dialog over the form has something of its own to confirm.
    if (event.target instanceof Element && event.target.closest('dialog')) return
    // Before the editor takes it for a line break.
    event.preventDefault()
    event.stopPropagation()
    void submit()
  }

  const share = (listed: boolean) =>
    backend && (
      <Later load={loadShare} name="the menu">
        {(ShareDraft) => (
          <ShareDraft draft={draft} place={place} backend={backend} listed={listed} />
        )}
      </Later>
    )

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
              onExample={startWithExample}
              onStartOver={startOver}
            />
            {from && source && (
              <Later load={loadStart} name="that batch">
                {(StartFromBatch) => (
                  <StartFromBatch
                    backend={source}
                    id={from.id}
                    place={place}
                    onLoaded={(texts, name) => {
                      fulfil()
                      startWith(texts, `Started from “${name}”.`)
                    }}
                  />
                )}
              </Later>
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
              handOver={draft.handOver}
              change={draft.change}
              texts={draft.texts}
              waiting={waiting}
            />
            <Button kind="quiet" className={styles.below} onClick={() => showDialog('template')}>
              Save as template…
            </Button>
            <div className={styles.whole}>
              {share(false)}
              <Button kind="quiet" onClick={() => showDialog('history')}>
                History
              </Button>
              <Button kind="quiet" onClick={startOver}>
                Start over
              </Button>
            </div>
          </div>
          <aside className={styles.side} aria-label="What becomes of it">
            <SidePanel
              place={place}
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
          place={place}
          action={action}
          busy={creation.busy}
          blocked={blocked}
          share={share(true)}
          onHistory={() => showDialog('history')}
          onStartOver={startOver}
          onGoTo={goTo}
        />
      </form>
      <Later load={loadExtras} name="the list of commands">
        {(WriteExtras) => (
          <WriteExtras
            draft={draft}
            place={place}
            action={action}
            onSubmit={() => void submit()}
            onExample={startWithExample}
            onReplace={startWith}
            onStartOver={startOver}
            onSide={showSide}
            viewShown={shown === 'side' && side === 'view'}
            onGoTo={goTo}
            dialog={dialog}
            onDialog={showDialog}
          />
        )}
      </Later>
      {review && (
        <Later load={loadReview} name="the review">
          {(ReviewDialog) => <ReviewDialog {...review} onConfirm={confirm} onClose={goBack} />}
        </Later>
      )}
    </main>
  )
}

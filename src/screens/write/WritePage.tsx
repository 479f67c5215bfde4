import { useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { Backend } from '#contract/app-config.ts'
import type { Environment } from '#contract/environment.ts'
import { Later } from '#ui/loading/Later.tsx'
import { BottomBar } from './BottomBar.tsx'
import { createStore } from '#storage/listeners.ts'
import { NarrowSwitch } from './NarrowSwitch.tsx'
import { SidePanel } from './SidePanel.tsx'
import { markedName } from '#screens/write/draft/marked-name.ts'
import { useAddressWishes } from '#screens/write/draft/use-address-wishes.ts'
import { useDraft, type Draft } from '#screens/write/draft/use-draft.ts'
import { useEnvironmentChange } from '#screens/write/draft/use-environment-change.ts'
import { useSubmission } from '#screens/write/submit/use-submission.ts'
import { useViews } from './use-views.ts'
import { useWriteActions } from './use-write-actions.ts'
import { WriteColumn } from './WriteColumn.tsx'
import type { WriteSession } from '#screens/write/draft/write-session.ts'
import styles from './WritePage.module.css'

const loadExtras = async () => (await import('./WriteExtras.tsx')).WriteExtras
const loadShare = async () => (await import('./ShareDraft.tsx')).ShareDraft
const loadStart = async () =>
  (await import('#screens/write/notices/StartFromBatch.tsx')).StartFromBatch
const loadReview = async () => (await import('#screens/write/submit/ReviewDialog.tsx')).ReviewDialog

type WritePageProps = {
  environment: Environment
  backends: readonly Backend[] | undefined
  session: WriteSession
}

/** The screen on which a batch is written, looked at and created. */
export function WritePage({ environment, backends, session }: WritePageProps) {
  const [, navigate] = useLocation()
  const backend = backends?.find((candidate) => candidate.place === environment)
  const draft = useDraft(environment, session)
  const views = useViews()
  // How many things are to be fixed or may disappear: counted where the checks run, and shown wherever
  // they are not, without rendering the form in between.
  const [checkCount] = useState(() => createStore(0))
  useEnvironmentChange(draft, environment)

  const submission = useSubmission({
    draft,
    backend,
    onCreated: (batch, sending) => {
      draft.finish({ place: sending.backend.place, id: batch.id })
      // Going back from the batch leads to a fresh form.
      navigate(`/${environment}/new`, { replace: true })
      navigate(`/${sending.backend.place}/batches/${batch.id}`)
    },
    onBecameBatch: ({ place: where, batchId }) => {
      if (batchId !== undefined) draft.finish({ place: where, id: batchId })
    },
  })
  const { creation, review, submit } = submission
  const actions = useWriteActions(draft, {
    showForm: views.showForm,
    forgetOutcome: creation.forget,
  })
  const wishes = useAddressWishes((fault) => nameForFault(draft, fault))

  const submitByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return
    // A dialog over the form has something of its own to confirm.
    if (event.target instanceof Element && event.target.closest('dialog')) return
    // Before the editor takes it for a line break.
    event.preventDefault()
    event.stopPropagation()
    void submit()
  }
  const submitByButton = (event: FormEvent) => {
    event.preventDefault()
    views.showForm()
    void submit()
  }
  const share = (listed: boolean): ReactNode =>
    backend && (
      <Later load={loadShare} name="the menu">
        {(ShareDraft) => <ShareDraft draft={draft} backend={backend} listed={listed} />}
      </Later>
    )
  const source = backends?.find((candidate) => candidate.place === wishes.from?.place)

  return (
    <main onKeyDownCapture={submitByKey}>
      <title>New batch – Batch Composer</title>
      <h1 className="visually-hidden">New batch</h1>
      <NarrowSwitch views={views} checkCount={checkCount} />
      <form noValidate onSubmit={submitByButton}>
        <div className={styles.page} data-shown={views.shown} data-side={views.side}>
          <WriteColumn
            draft={draft}
            actions={actions}
            submission={submission}
            backend={backend}
            views={views}
            share={share(false)}
          >
            {wishes.from && source && (
              <Later load={loadStart} name="that batch">
                {(StartFromBatch) => (
                  <StartFromBatch
                    backend={source}
                    id={wishes.from?.id ?? ''}
                    environment={environment}
                    onLoaded={(texts, name) => {
                      wishes.fulfil()
                      actions.startWith(texts, `Started from “${name}”.`)
                    }}
                  />
                )}
              </Later>
            )}
          </WriteColumn>
          <aside className={styles.side} aria-label="Preview, checks and request">
            <SidePanel
              backend={backend}
              draft={draft}
              actions={actions}
              selected={views.side}
              onSelect={views.showSide}
              checkCount={checkCount}
            />
          </aside>
        </div>
        <BottomBar draft={draft} actions={actions} submission={submission} share={share(true)} />
      </form>
      <Later load={loadExtras} name="the list of commands">
        {(WriteExtras) => (
          <WriteExtras
            draft={draft}
            actions={actions}
            views={views}
            onSubmit={() => void submit()}
          />
        )}
      </Later>
      {review && (
        <Later load={loadReview} name="the review">
          {(ReviewDialog) => (
            <ReviewDialog {...review} onConfirm={submission.confirm} onClose={submission.goBack} />
          )}
        </Later>
      )}
    </main>
  )
}

/** Puts the name of a practice failure into the batch name, as an address may ask for. */
function nameForFault(draft: Draft, fault: string) {
  const name = draft.form.getValues('batchName')
  const marked = markedName(name, fault)
  if (marked === name) return
  const before = draft.change(() => draft.form.setValue('batchName', marked))
  if (name !== '') draft.say(`The batch is now called “${marked}”.`, before)
}

import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { Environment } from '#contract/environment.ts'
import { valueOfWritten } from '#contract/questions/written-questions.ts'
import { ParticipantView } from '#preview/ParticipantView.tsx'
import { saveFile } from '#ui/save-file.ts'
import { draftTitle } from '#drafts/store/draft-envelope.ts'
import { addDraft, duplicateDraft } from '#drafts/store/drafts.ts'
import type { KeptDraft } from '#drafts/store/read-draft.ts'
import { remainingTexts } from '#drafts/store/draft-texts.ts'
import { Button, LinkButton } from '#ui/Button.tsx'
import { shortMoment } from '#ui/moment.ts'
import styles from './ClosedDraft.module.css'

/** In place of the form, for a draft that is not to be written in: why, and what can be done instead. */
export function ClosedDraft({
  environment,
  kept,
}: {
  environment: Environment
  kept: KeptDraft | null
}) {
  const [, navigate] = useLocation()
  const drafts = <LinkButton href={`/${environment}/drafts`}>All drafts</LinkButton>

  if (kept === null) {
    return (
      <Closed title="This draft is not in this browser." actions={drafts}>
        <p>It was deleted, or it was written in another browser.</p>
      </Closed>
    )
  }
  if (kept.kind === 'readable') {
    const { batch } = kept.draft
    const copy = async () => {
      const id = await duplicateDraft(kept.id)
      if (id !== null) navigate(`/${environment}/new?draft=${id}`)
    }
    return (
      <Closed
        title={`“${draftTitle(kept.draft)}” became a batch.`}
        actions={
          <>
            {batch && (
              <LinkButton
                kind="primary"
                href={`/${batch.place}/batches/${encodeURIComponent(batch.id)}`}
              >
                Open the batch
              </LinkButton>
            )}
            <Button onClick={copy}>Start a new draft from it</Button>
            {drafts}
          </>
        }
      >
        <p>
          {batch && `It was created ${shortMoment(batch.at)}. `}The draft can no longer be changed,
          so that nothing is created twice.
        </p>
      </Closed>
    )
  }
  return <Unreadable environment={environment} kept={kept} drafts={drafts} />
}

type UnreadableProps = {
  environment: Environment
  kept: Exclude<KeptDraft, { kind: 'readable' }>
  drafts: ReactNode
}

function Unreadable({ environment, kept, drafts }: UnreadableProps) {
  const [, navigate] = useLocation()
  const texts = remainingTexts(kept.stored)
  const newer = kept.kind === 'newer'
  const writeOn = async () => {
    if (!texts) return
    const id = await addDraft({ name: '', place: environment, texts })
    navigate(`/${environment}/new?draft=${id}`)
  }
  return (
    <Closed
      title={
        newer
          ? 'This draft was written by a newer version of Batch Composer.'
          : 'This draft is damaged.'
      }
      actions={
        <>
          {texts && !newer && (
            <Button kind="primary" onClick={writeOn}>
              Continue with what can be read
            </Button>
          )}
          <Button onClick={() => saveFile('damaged-draft.json', asText(kept.stored))}>
            Download the stored draft
          </Button>
          {drafts}
        </>
      }
      view={
        texts && (
          <ParticipantView
            title={texts.taskTitle}
            introduction={texts.introduction}
            steps={texts.steps}
            questions={valueOfWritten(texts.questions)}
          />
        )
      }
    >
      <p>
        {newer
          ? 'You can read it here, but you cannot change it. To continue writing, update Batch Composer.'
          : 'What this browser stored is not what you wrote. Nothing was changed or deleted.'}
      </p>
    </Closed>
  )
}

function asText(stored: unknown) {
  return JSON.stringify(stored, null, 2)
}

type ClosedProps = {
  title: string
  actions: ReactNode
  /** What can still be read of it. */
  view?: ReactNode
  children: ReactNode
}

function Closed({ title, actions, view, children }: ClosedProps) {
  return (
    <main className={styles.page}>
      <title>Draft – Batch Composer</title>
      <h1>{title}</h1>
      {children}
      <div className={styles.actions}>{actions}</div>
      {view && <div className={styles.view}>{view}</div>}
    </main>
  )
}

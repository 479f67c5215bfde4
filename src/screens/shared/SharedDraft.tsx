import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { useItemRows } from '#api/datasets/use-item-rows.ts'
import type { Backend } from '#contract/app-config.ts'
import { type Environment, environmentName } from '#contract/environment.ts'
import { valueOfWritten } from '#contract/questions/written-questions.ts'
import type { PortableDraft } from '#drafts/file-format/draft-file.ts'
import { taskOfDraft } from '#share/shared-task.ts'
import { settingsOf } from '#share/settings-of.ts'
import { Terms } from '#share/Terms.tsx'
import { ParticipantView } from '#preview/ParticipantView.tsx'
import { hasEnvironmentIds, withoutEnvironmentIds } from '#drafts/store/draft-texts.ts'
import { addDraft } from '#drafts/store/drafts.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import styles from './SharedPage.module.css'

type SharedDraftProps = {
  environment: Environment
  backend: Backend | undefined
  draft: PortableDraft
}

/** A task out of a link: to be read, and to be made one's own. */
export function SharedDraft({ environment, backend, draft }: SharedDraftProps) {
  const [, navigate] = useLocation()
  const [state, setState] = useState<'reading' | 'taking' | 'no-room'>('reading')
  const { texts, leftIds } = useMemo(() => textsFor(environment, draft), [environment, draft])
  const { taskTitle, introduction, steps, keeps, onlyKept } = texts
  const settings = useMemo(() => {
    const task = taskOfDraft({ place: environment, id: '', changedAt: null, texts })
    return settingsOf(task, { place: backend?.name ?? environment, workspace: null })
  }, [environment, backend, texts])

  const questions = useMemo(() => valueOfWritten(texts.questions), [texts])
  const rows = useItemRows(backend, texts.datasetId.trim())

  const takeOver = async () => {
    if (state === 'taking') return
    setState('taking')
    try {
      const id = await addDraft({ name: draft.name, place: environment, texts })
      // In place of this address, which holds the whole text.
      navigate(`/${environment}/new?draft=${id}`, { replace: true })
    } catch {
      setState('no-room')
    }
  }

  return (
    <>
      <header className={styles.header}>
        <div>
          <p className={styles.quiet}>Shared with you. Nothing here is stored or sent.</p>
          <h1>{draft.name || texts.batchName || taskTitle || 'Untitled task'}</h1>
        </div>
        <Button kind="primary" onClick={takeOver} aria-disabled={state === 'taking'}>
          Make it mine
        </Button>
      </header>
      {state === 'no-room' && (
        <Notice tone="bad" role="alert" title="The draft could not be saved.">
          <p>This browser has no room for another one. Delete drafts you no longer need.</p>
        </Notice>
      )}
      <div className={styles.columns}>
        <section aria-labelledby="shared-settings" className={styles.settings}>
          <h2 id="shared-settings">Settings</h2>
          <Terms rows={settings} />
          {leftIds && (
            <p className={styles.quiet}>
              Workspace and dataset were left out because they belong to{' '}
              {environmentName(draft.place)}.
            </p>
          )}
          <p className={styles.quiet}>
            “Make it mine” saves a copy in your drafts. The person who sent the link does not see
            your changes.
          </p>
        </section>
        <section aria-labelledby="shared-view" className={styles.view}>
          <h2 id="shared-view">Participant view</h2>
          <ParticipantView
            title={taskTitle}
            introduction={introduction}
            steps={steps}
            questions={questions}
            rows={rows}
            keeps={onlyKept ? keeps : undefined}
            onlyKept={onlyKept}
          />
        </section>
      </div>
    </>
  )
}

/** Ids mean nothing in the other environment. */
function textsFor(environment: Environment, { place: from, texts }: PortableDraft) {
  const leftIds = environment !== from && hasEnvironmentIds(texts)
  return { leftIds, texts: leftIds ? withoutEnvironmentIds(texts) : texts }
}

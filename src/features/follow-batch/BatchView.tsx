import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { FollowedStatus } from '#api/follow-status.ts'
import { workspaces } from '#api/workspaces.ts'
import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/read-batch.ts'
import { ParticipantView } from '#participant-view/ParticipantView.tsx'
import { BatchDetails } from './BatchDetails.tsx'
import { batchFacts } from './batch-facts.ts'
import styles from './BatchPage.module.css'
import { describeStatus } from './describe-status.ts'
import { NextSteps } from './NextSteps.tsx'
import { SetUpDialog } from './SetUpDialog.tsx'
import { StatusPanel } from './StatusPanel.tsx'

type BatchViewProps = {
  backend: Backend
  prolific: Backend | undefined
  batch: Batch
  following: UseQueryResult<FollowedStatus>
}

/** A batch that was loaded, from its status down to its ids. */
export function BatchView({ backend, prolific, batch, following }: BatchViewProps) {
  const [settingUp, setSettingUp] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const workspace = useQuery(workspaces(backend)).data?.find(({ id }) => id === batch.workspace_id)

  const status = following.data?.status ?? batch.status
  const current = status === batch.status
  const facts = batchFacts(batch)
  const story = describeStatus(
    {
      status,
      // Counts that were stored under an earlier status say nothing about this one.
      tasks: current ? batch.total_task_count : null,
      groups: current ? batch.total_task_groups : null,
      since: following.data?.since ?? following.dataUpdatedAt,
      checkedAt: following.dataUpdatedAt,
    },
    facts,
    backend,
  )
  const name = batch.name || 'Batch without a name'
  const openSetUp = () => setSettingUp(true)
  const texts = batch.task_details

  return (
    <main className={styles.page}>
      <title>{`${story.word} – ${name}`}</title>
      <StatusPanel
        headingRef={heading}
        name={name}
        backend={backend}
        prolific={prolific}
        batch={batch}
        story={story}
        following={following}
        onSetUp={openSetUp}
      />
      <div className={styles.columns}>
        <NextSteps
          status={status}
          next={story.next}
          facts={facts}
          backend={backend}
          prolific={prolific}
          batch={batch}
          onSetUp={openSetUp}
        />
        <section className={styles.participants} aria-labelledby="participant-view">
          <h2 id="participant-view">Participant view</h2>
          {texts ? (
            <ParticipantView
              title={texts.task_name}
              introduction={texts.task_introduction}
              steps={texts.task_steps}
            />
          ) : (
            <p className={styles.quiet}>{backend.name} did not give the texts of this batch.</p>
          )}
        </section>
        <BatchDetails
          batch={batch}
          status={status}
          workspaceTitle={workspace?.title ?? ''}
          inProlific={backend.place === 'prolific'}
        />
      </div>
      {settingUp && (
        <SetUpDialog
          backend={backend}
          batch={batch}
          facts={facts}
          onClose={() => setSettingUp(false)}
          onBegun={() => {
            // The button that opened the dialog is about to go: the focus moves on to what changes.
            flushSync(() => setSettingUp(false))
            heading.current?.focus()
          }}
        />
      )}
    </main>
  )
}

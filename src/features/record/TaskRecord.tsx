import { useQuery } from '@tanstack/react-query'
import { Download, Printer } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { workspaces } from '#api/workspaces.ts'
import type { Backend } from '#contract/app-config.ts'
import { saveFile } from '#ui/save-file.ts'
import { appVersion } from '#handing-on/app-version.ts'
import type { HandedTask } from '#handing-on/handed-task.ts'
import { fileName } from '#handing-on/handed.ts'
import { manifestOf } from '#handing-on/manifest.ts'
import { settingsOf } from '#handing-on/settings-of.ts'
import { sheetStyles } from '#handing-on/sheet-styles.ts'
import { Terms } from '#handing-on/Terms.tsx'
import { PaperSheet } from '#participant-view/PaperSheet.tsx'
import { Button } from '#ui/Button.tsx'
import { localAndUtc } from '#ui/moment.ts'
import { Notice } from '#ui/Notice.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { AskedPages } from './AskedPages.tsx'
import { Hashes } from './Hashes.tsx'
import { idsAndTimes } from './ids-and-times.ts'
import styles from './TaskRecord.module.css'
import { MayDisappear } from './MayDisappear.tsx'
import { SentAndStored } from './SentAndStored.tsx'

type TaskRecordProps = { backend: Backend; make: () => HandedTask }

/** One printable page that states what participants are shown, as of the moment it was opened. */
export function TaskRecord({ backend, make }: TaskRecordProps) {
  const [task] = useState(make)
  const [manifest] = useState(() => manifestOf(task, new Date(), appVersion))
  const titles = useQuery(workspaces(backend)).data
  const look = useQuery({ queryKey: ['sheet styles'], queryFn: sheetStyles, staleTime: Infinity })
  const { source, batchName, workspaceId } = task
  const workspace = titles?.find(({ id }) => id === workspaceId)?.title ?? null
  const name = batchName || task.texts.task_name || 'Task without a name'
  const made = localAndUtc(manifest.made_at)
  const isDraft = source.kind === 'draft'

  return (
    <main className={styles.page}>
      <title>{`Ethics record – ${name}`}</title>
      <header className={styles.header}>
        <h1>Ethics record: {name}</h1>
        <div className={styles.actions}>
          <Button kind="primary" onClick={() => print()}>
            <Printer aria-hidden size={16} />
            Print or save as PDF
          </Button>
          <Button
            onClick={() =>
              saveFile(fileName('record', name, 'json'), `${JSON.stringify(manifest, null, 2)}\n`)
            }
          >
            <Download aria-hidden size={16} />
            Download as JSON
          </Button>
        </div>
      </header>
      <p className={styles.lead}>
        {isDraft
          ? `This is a draft: no participant has seen it yet. These are the texts that would be sent to ${backend.name}.`
          : `These are the texts that ${backend.name} has stored for this batch.`}{' '}
        Recorded {made?.local} ({made?.utc}) with Batch Composer {appVersion}.{' '}
        <Link
          className={styles.back}
          href={
            isDraft
              ? `/${task.place}/new?draft=${encodeURIComponent(source.id)}`
              : `/${task.place}/batches/${encodeURIComponent(source.id)}`
          }
        >
          {isDraft ? 'Back to the draft' : 'Back to the batch'}
        </Link>
      </p>

      <section className={styles.part} aria-labelledby="shown">
        <h2 id="shown">What participants are shown</h2>
        {look.data !== undefined && <PaperSheet texts={task.texts} sheetStyles={look.data} />}
        {look.isPending && <Skeleton label="Loading the participant view" height={320} />}
        {look.isError && (
          <Notice
            tone="bad"
            role="alert"
            title="The participant view could not be loaded."
            actions={<Button onClick={() => look.refetch()}>Try again</Button>}
          />
        )}
        <p className={styles.quiet}>
          Data and questions appear after this text; they are listed below. Links are marked,
          pictures are named. Prolific’s own fonts and spacing differ.
        </p>
      </section>
      <section className={styles.part} aria-labelledby="asked">
        <h2 id="asked">What participants are asked</h2>
        <AskedPages task={task} />
      </section>
      <section className={styles.part} aria-labelledby="settings">
        <h2 id="settings">Settings</h2>
        <Terms rows={settingsOf(task, { place: backend.name, workspace })} />
      </section>
      <section className={styles.part} aria-labelledby="ids">
        <h2 id="ids">Ids and times</h2>
        <Terms rows={idsAndTimes(task)} />
      </section>
      <section className={styles.part} aria-labelledby="keeps">
        <h2 id="keeps">What may disappear in Prolific</h2>
        <MayDisappear manifest={manifest} />
      </section>
      <section className={styles.part} aria-labelledby="bytes">
        <h2 id="bytes">The exact texts</h2>
        <Hashes manifest={manifest} />
      </section>
      {source.kind === 'batch' && (
        <section className={styles.part} aria-labelledby="sent">
          <h2 id="sent">Sent and stored</h2>
          <SentAndStored manifest={manifest} place={backend.name} />
        </section>
      )}
    </main>
  )
}

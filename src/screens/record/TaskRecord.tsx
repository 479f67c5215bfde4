import { useQuery } from '@tanstack/react-query'
import { Download, Printer } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { workspaces } from '#api/workspaces.ts'
import type { Backend } from '#contract/app-config.ts'
import { saveFile } from '#ui/save-file.ts'
import { appVersion, manifestOf, type Manifest } from '#share/manifest.ts'
import type { SharedTask } from '#share/shared-task.ts'
import { fileName } from '#share/shared.ts'
import { settingsOf } from '#share/settings-of.ts'
import { sheetStyles } from '#preview/sheet/static-sheet.ts'
import { Terms } from '#share/Terms.tsx'
import { PaperSheet } from '#preview/sheet/PaperSheet.tsx'
import { Button } from '#ui/Button.tsx'
import { localAndUtc } from '#ui/moment.ts'
import { Notice } from '#ui/Notice.tsx'
import { Skeleton } from '#ui/loading/Skeleton.tsx'
import { QuestionPages } from './QuestionPages.tsx'
import styles from './TaskRecord.module.css'
import { SentAndStored } from './SentAndStored.tsx'
import { detailOf, fieldAt, labelOf, taskTexts } from '#drafts/fields.ts'
import { profiles } from '#html/profile/profiles.ts'
import { grouped } from '#ui/counted.ts'

type TaskRecordProps = { backend: Backend; make: () => SharedTask }

/** One printable page that states what participants are shown, as of the moment it was opened. */
export function TaskRecord({ backend, make }: TaskRecordProps) {
  const [task] = useState(make)
  const [manifest] = useState(() => manifestOf(task, new Date(), appVersion))
  const titles = useQuery(workspaces(backend)).data
  const look = useQuery({ queryKey: ['sheet styles'], queryFn: sheetStyles, staleTime: Infinity })
  const { source, batchName, workspaceId } = task
  const workspace = titles?.find(({ id }) => id === workspaceId)?.title ?? null
  const name = batchName || task.texts.task_name || 'Untitled task'
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
        {look.data !== undefined && (
          <PaperSheet texts={task.texts} questions={task.questions} sheetStyles={look.data} />
        )}
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
          Questions are drawn with the names of the columns in place of your data, and listed in
          words below. Links are marked, and pictures are named. Prolific’s own fonts and spacing
          differ.
        </p>
      </section>
      <section className={styles.part} aria-labelledby="asked">
        <h2 id="asked">What participants are asked</h2>
        <QuestionPages task={task} />
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

/** Everything by which a task can be found again, as terms and values for people. */
function idsAndTimes(task: SharedTask): [string, string][] {
  const { source, workspaceId, datasetIds } = task
  const common: [string, string][] = [
    ['Workspace id', workspaceId || 'None yet'],
    ['Dataset id', datasetIds.join(', ') || 'None yet'],
  ]
  if (source.kind === 'draft') {
    const changed = source.changedAt === null ? null : new Date(source.changedAt).toISOString()
    return [['Draft id', source.id], ...common, ['Last changed', timeWords(changed)]]
  }
  return [
    ['Batch id', source.id],
    ['API status', source.status || 'Unknown'],
    ...common,
    ['Created', timeWords(source.createdAt)],
  ]
}

function timeWords(timestamp: string | null) {
  const time = localAndUtc(timestamp)
  return time ? `${time.local} (${time.utc})` : 'Unknown'
}

const nameOfDetail = (detail: string) => {
  const text = fieldAt.get(`task_details.${detail}`)
  return text && labelOf(text)
}

/** What of the texts is not sure to be kept, and by whose word. */
function MayDisappear({ manifest: { html_profile: profile } }: { manifest: Manifest }) {
  const { may_disappear: parts, name, source, read_on } = profile
  return (
    <>
      <p>
        {profiles[profile.id].worth} Checked against “{name}”. Source: {source}, read on {read_on}.
      </p>
      {parts.length === 0 ? (
        <p>Nothing in these texts is outside it.</p>
      ) : (
        <ul>
          {parts.map(({ text, what, words }, at) => (
            <li key={`${at} ${what}`}>
              {nameOfDetail(text)}: {what}
              {words && (
                <>
                  {' '}
                  <q dir="auto">{words}</q>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

type HashesProps = { manifest: Manifest }

/** The texts as they are written, and by what they can be known again. */
function Hashes({ manifest: { texts } }: HashesProps) {
  const rows = taskTexts.map((text) => [labelOf(text), texts[detailOf(text)]] as const)
  return (
    <>
      <p className={styles.quiet}>
        Each SHA-256 is the fingerprint of a text. If you compute it again later from a copy (in
        UTF-8) and get the same value, not a single character has changed.
      </p>
      {rows.map(([name, { content, bytes, sha256 }]) => (
        <div key={name} className={styles.text}>
          <h3>{name}</h3>
          <p>
            SHA-256 <code>{sha256}</code>
            <span className={styles.quiet}> · {grouped(bytes)} bytes</span>
          </p>
          <details>
            <summary>As written</summary>
            <pre dir="auto" className={styles.source}>
              {content || '(empty)'}
            </pre>
          </details>
        </div>
      ))}
    </>
  )
}

import { useEffect, useState, useSyncExternalStore } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import type { Backend } from '#contract/app-config.ts'
import type { Environment } from '#contract/environment.ts'
import { newId } from '#contract/new-id.ts'
import { dataAddress } from '#dataset/store/handed-file.ts'
import { useFileDrop } from '#import/use-file-drop.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { BringFile } from './bring/BringFile.tsx'
import { Reading } from './bring/Reading.tsx'
import { Columns } from './columns/Columns.tsx'
import styles from './DataPage.module.css'
import { createDataSession, type DataSession, type Ready } from './data-session.ts'
import { FileBar } from './look/FileBar.tsx'
import { Look } from './look/Look.tsx'
import { MakeDataset } from './make/MakeDataset.tsx'

type DataPageProps = { environment: Environment; backend: Backend | undefined }

/** `/<place>/data?draft=<id>`: a spreadsheet on its way to the dataset of a draft. */
export function DataPage(props: DataPageProps) {
  const [params] = useSearchParams()
  const [fresh] = useState(newId)
  const draft = params.get('draft') || fresh
  return <DataOfDraft key={draft} {...props} draft={draft} />
}

function DataOfDraft({ environment, backend, draft }: DataPageProps & { draft: string }) {
  const [, navigate] = useLocation()
  const [session] = useState(() => createDataSession(draft, environment))
  const state = useSyncExternalStore(session.subscribe, session.get, session.get)

  // The file is open in a worker, which is outside of React.
  useEffect(() => {
    void session.begin()
    return session.close
  }, [session])

  const bring = (file: Blob, name: string) => {
    navigate(dataAddress(environment, draft), { replace: true })
    void session.bring(file, name)
  }
  const isOver = useFileDrop(([file]) => {
    if (file) bring(file, file.name)
  })

  return (
    <main className={styles.page} data-over={isOver || undefined}>
      <title>Your data – Batch Composer</title>
      <header className={styles.header}>
        <h1>Your data</h1>
        {state.phase !== 'empty' && state.phase !== 'opening' && (
          <Link href={`/${environment}/new?draft=${encodeURIComponent(draft)}`}>
            Back to the task
          </Link>
        )}
      </header>
      {state.phase === 'empty' && <BringFile onFile={bring} />}
      {state.phase === 'reading' && <Reading {...state} onCancel={() => void session.cancel()} />}
      {state.phase === 'unreadable' && (
        <>
          <Notice
            tone="bad"
            role="alert"
            title={state.name ? `${state.name} could not be read.` : 'Your data could not be read.'}
            actions={<Button onClick={() => void session.cancel()}>Back to what was there</Button>}
          >
            <p>{state.message}</p>
          </Notice>
          <BringFile onFile={bring} />
        </>
      )}
      {state.phase === 'missing' && (
        <>
          <Notice tone="caution" title={`Choose ${state.data.file.name} again.`}>
            <p>
              The file is not in this browser any more. What you chose for it was kept and is
              applied again.
            </p>
          </Notice>
          <BringFile onFile={bring} />
        </>
      )}
      {state.phase === 'ready' && (
        <>
          <FileBar session={session} state={state} onFile={bring} />
          <Look session={session} state={state} />
          <Columns session={session} state={state} />
          <MakeDataset session={session} state={state} backend={backend} />
          <Said session={session} state={state} />
        </>
      )}
    </main>
  )
}

/** What was last done, with the way back. */
function Said({ session, state }: { session: DataSession; state: Ready }) {
  const { said, canUndo } = state
  const isSilent = !said?.words
  return (
    <div
      className={styles.said}
      data-fault={said?.isFault || undefined}
      data-silent={isSilent || undefined}
    >
      <span role="status">{said?.words}</span>
      {canUndo && !said?.isFault && !isSilent && (
        <Button kind="quiet" onClick={() => void session.undo()}>
          Undo
        </Button>
      )}
    </div>
  )
}

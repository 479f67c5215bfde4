import type { Backend } from '#contract/app-config.ts'
import { countsOf, type Appending } from '#dataset/store/appending.ts'
import type { Making } from '#dataset/store/draft-data.ts'
import { ChooseFile } from '#screens/data/bring/BringFile.tsx'
import type { DataSession } from '#screens/data/data-session.ts'
import { Button } from '#ui/Button.tsx'
import { counted } from '#ui/counted.ts'
import { Notice } from '#ui/Notice.tsx'
import { Quotation } from '#ui/Quotation.tsx'
import styles from './MakeDataset.module.css'
import { RejectedList } from './RejectedList.tsx'
import { useAppending } from './use-appending.ts'

type AddRowsProps = {
  session: DataSession
  making: Making
  appending: Appending | null
  backend: Backend | undefined
  /** Rows of the first import were rejected, and can be added once they are fixed. */
  hasRejected: boolean
}

/** Rows of another file join the dataset that was made. */
export function AddRows({ session, making, appending, backend, hasRejected }: AddRowsProps) {
  const actions = useAppending(session, making, appending, backend)
  const { chosen, busy } = actions
  const counts = appending && countsOf(appending)
  // What is chosen while something is still being done would go nowhere.
  const isUnderWay = busy || (counts !== null && counts.open > 0)
  const rejected = counts ? counts.rejected > 0 : hasRejected
  return (
    <section className={styles.rejected} aria-labelledby="data-add">
      <h3 id="data-add">Add rows</h3>
      {appending && (
        <Progress appending={appending} actions={actions} speaker={backend?.name ?? ''} />
      )}
      {chosen.phase === 'reading' && <p role="status">Reading {chosen.name}…</p>}
      {chosen.phase === 'refused' && (
        <Notice
          tone="bad"
          role="alert"
          title={`${chosen.name} cannot be added.`}
          actions={<Button onClick={actions.cancel}>Close</Button>}
        >
          <p>{chosen.message}</p>
        </Notice>
      )}
      {chosen.phase === 'missing' && (
        <Notice
          tone="caution"
          role="alert"
          title={chosen.message}
          actions={
            <ChooseFile label="Choose the file…" onFile={(file) => void actions.carryOn(file)} />
          }
        >
          <p>It is no longer in this browser. Rows that are in already are not added again.</p>
        </Notice>
      )}
      {chosen.phase === 'asked' ? (
        <Notice
          tone="info"
          role="status"
          title={`Add ${counted(chosen.appending.rows, 'row')} of ${chosen.appending.file.name} to “${making.name}”?`}
          actions={
            <>
              <Button kind="primary" aria-disabled={busy} onClick={() => void actions.add()}>
                Add {counted(chosen.appending.rows, 'row')}
              </Button>
              <Button onClick={actions.cancel}>Cancel</Button>
            </>
          }
        >
          <p>
            They come after the rows that are there, with the same choices. Rows that are exactly
            the same as one in the dataset are not added again. Added rows cannot be removed.
          </p>
          {chosen.left.length > 0 && (
            <p>
              Left out, because the dataset does not have{' '}
              {chosen.left.length === 1 ? 'this column' : 'these columns'}: {chosen.left.join(', ')}
              .
            </p>
          )}
        </Notice>
      ) : (
        !isUnderWay && (
          <>
            <p className={styles.quiet}>
              {rejected
                ? 'Fix the rejected rows in the saved file or in your spreadsheet, then append that file. Or add rows of another file with the same columns.'
                : 'Choose another file with the same columns. Its rows come after those that are there.'}
            </p>
            <div className={styles.buttons}>
              {rejected && (
                <ChooseFile
                  label="Append the fixed rows…"
                  onFile={(file, name) => void actions.choose(file, name, true)}
                />
              )}
              <ChooseFile
                label="Add rows…"
                onFile={(file, name) => void actions.choose(file, name, false)}
              />
            </div>
          </>
        )
      )}
    </section>
  )
}

type ProgressProps = {
  appending: Appending
  actions: ReturnType<typeof useAppending>
  /** Who is quoted, as people read it. */
  speaker: string
}

/** How far the rows are added, why that stopped, and how it ended. */
function Progress({ appending, actions, speaker }: ProgressProps) {
  const { accepted, rejected, open } = countsOf(appending)
  const { failure, busy, isWaiting, chosen } = actions
  const done = accepted + rejected
  if (open > 0 && busy) {
    return (
      <div className={styles.rejected}>
        <p role="status">
          {isWaiting
            ? 'The dataset is still busy with an import. The rows are added as soon as it ends.'
            : `Adding ${counted(appending.rows, 'row')} of ${appending.file.name}…`}
        </p>
        <progress aria-label="Rows added" max={appending.rows} value={done} />
      </div>
    )
  }
  if (open > 0) {
    if (chosen.phase === 'missing') return null
    return (
      <Notice
        tone={failure && !failure.isUnknown ? 'bad' : 'caution'}
        role="alert"
        title={failure?.title ?? 'Adding rows was interrupted.'}
        actions={
          <>
            <Button kind="primary" onClick={() => void actions.carryOn()}>
              {failure?.isUnknown === false ? 'Try again' : 'Check and carry on'}
            </Button>
            {failure?.isUnknown && (
              <Button onClick={() => void actions.sendAgain()}>Send these rows again</Button>
            )}
          </>
        }
      >
        <p>
          {failure?.text} {counted(accepted, 'row')} of {appending.rows.toLocaleString()} added so
          far. Rows that are in already are not added twice.
        </p>
        {failure && <Quotation speaker={speaker} words={failure.quote} />}
      </Notice>
    )
  }
  return (
    <>
      <Notice
        tone={rejected > 0 ? 'caution' : 'good'}
        role="status"
        title={`${counted(accepted, 'row')} of ${appending.file.name} ${accepted === 1 ? 'is' : 'are'} in the dataset${rejected > 0 ? `, ${counted(rejected, 'row')} rejected` : ''}.`}
      />
      {rejected > 0 && <RejectedList errors={appending.errors} count={rejected} />}
    </>
  )
}

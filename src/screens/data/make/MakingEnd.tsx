import { useQuery } from '@tanstack/react-query'
import type { Backend } from '#contract/app-config.ts'
import { counted } from '#ui/counted.ts'
import { Button, LinkButton } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { saveFile } from '#ui/save-file.ts'
import type { ImportEnd, Making } from '#dataset/store/draft-data.ts'
import type { DataSession, Ready } from '#screens/data/data-session.ts'
import { AddRows } from './AddRows.tsx'
import styles from './MakeDataset.module.css'
import { RejectedList } from './RejectedList.tsx'

type MakingEndProps = {
  session: DataSession
  state: Ready
  making: Making
  end: ImportEnd
  backend: Backend | undefined
  onLetGo: () => void
}

/** How the import of a dataset ended, and what comes next. */
export function MakingEnd({ session, state, making, end, backend, onLetGo }: MakingEndProps) {
  const { appending } = state.data
  const isChanged = JSON.stringify(state.data.recipe) !== JSON.stringify(making.recipe)
  const toTask = `/${session.environment}/new?draft=${encodeURIComponent(session.draft)}`
  const again = <Button onClick={onLetGo}>Make a new dataset…</Button>

  if (end.status === 'failed') {
    return (
      <Notice
        tone="bad"
        role="alert"
        title="The rows could not be read, so no items were made."
        actions={again}
      >
        <p>{end.reason || 'No reason was given.'} Fix the rows above, then make a new dataset.</p>
      </Notice>
    )
  }
  if (end.status === 'pending_schema') {
    return (
      <Notice tone="caution" role="status" title="The rows wait for a schema." actions={again}>
        <p>
          The dataset has the file but does not know its columns, so it has no items yet. Make a new
          dataset: it is sent with its columns.
        </p>
      </Notice>
    )
  }
  return (
    <>
      <Notice
        tone={end.status === 'partial' ? 'caution' : 'good'}
        role="status"
        title={
          end.status === 'partial'
            ? `${counted(end.accepted, 'item')} made, ${counted(end.rejected, 'row')} rejected.`
            : `${counted(end.accepted || making.rows, 'item')} made.`
        }
        actions={
          <>
            <LinkButton kind="primary" href={toTask}>
              Go on with the task
            </LinkButton>
            {again}
          </>
        }
      >
        <p>
          {making.older
            ? 'Your task uses this dataset. Participants see its columns above the questions; do not show them in questions.'
            : 'Your task uses this dataset. Its questions can show the columns.'}
        </p>
        {isChanged && <p>You have changed the data since. The dataset stays as it was made.</p>}
      </Notice>
      {end.rejected > 0 && <RejectedRows session={session} making={making} end={end} />}
      {!making.older && (
        <AddRows
          session={session}
          making={making}
          appending={appending?.datasetId === making.create?.datasetId ? (appending ?? null) : null}
          backend={backend}
          hasRejected={end.rejected > 0}
        />
      )}
    </>
  )
}

type RejectedRowsProps = Pick<MakingEndProps, 'session' | 'making' | 'end'>

function RejectedRows({ session, making, end }: RejectedRowsProps) {
  const places = end.errors.flatMap(({ record }) => (record === null ? [] : [record]))
  const { data: numbers } = useQuery({
    queryKey: ['rejected rows', making.id],
    queryFn: () => session.ask((service) => service.numbersOf(making.recipe, places)),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const save = async () => {
    const records = await session.ask((service) => service.records(making.recipe, places))
    saveFile(`${making.name}, rejected.jsonl`, records.join(''), 'application/x-ndjson')
  }
  const errors = end.errors.map(({ record, field, reason }) => {
    const row = record === null ? null : (numbers?.[places.indexOf(record)] ?? null)
    return { row, field, reason }
  })
  return (
    <div className={styles.rejected}>
      <h3>Rejected rows</h3>
      <RejectedList errors={errors} count={end.rejected} />
      <div>
        <Button onClick={() => void save()}>Save these rows as a file</Button>
      </div>
    </div>
  )
}

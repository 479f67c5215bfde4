import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useState } from 'react'
import { useSearchParams } from 'wouter'
import { batchesOf, unreadableIn } from '#api/batches.ts'
import { stopTrying } from '#api/try-again.ts'
import { workspaces } from '#api/workspaces.ts'
import type { Backend } from '#contract/app-config.ts'
import { lastWorkspace, rememberWorkspace } from '#storage/visits.ts'
import { Later } from '#ui/loading/Later.tsx'
import { useCommands } from '#ui/commands.ts'
import { LinkButton, Button } from '#ui/Button.tsx'
import { ListPage } from '#ui/ListPage.tsx'
import { SearchField } from '#ui/forms/SearchField.tsx'
import { namedLike, batchIdIn } from './arrange-batches.ts'
import styles from './BatchesPage.module.css'
import { FoundBatches } from './FoundBatches.tsx'
import { ListFailure } from './ListFailure.tsx'
import { WorkspaceChooser } from './WorkspaceChooser.tsx'
import type { Environment } from '#contract/environment.ts'
import { Notice } from '#ui/Notice.tsx'

const loadDuplicate = async () =>
  (await import('#outbox/duplicate/DuplicateDialog.tsx')).DuplicateDialog

const SEARCH_ID = 'batch-search'

/** How soon a list is looked at again while one of its batches is being set up. */
const FOLLOW_MS = 15_000

/** `/<environment>/batches?workspace=<id>&name=<words>`: find a batch, see its state. */
export function BatchesPage({ backend }: { backend: Backend }) {
  const client = useQueryClient()
  const [params, setParams] = useSearchParams()
  const chosen = params.get('workspace') ?? ''
  const [words, setWords] = useState(params.get('name') ?? '')
  const wanted = useDeferredValue(words)
  const [duplicating, setDuplicating] = useState<string | null>(null)

  const known = useQuery(workspaces(backend))
  const sole = known.data?.length === 1 ? known.data[0]?.id : undefined
  const [last] = useState(() => lastWorkspace(backend.place))
  const usual = last || sole
  const list = useQuery({
    ...batchesOf(backend, chosen),
    refetchInterval: ({ state }) =>
      !state.error && state.data?.some(({ status }) => status === 'PROCESSING') ? FOLLOW_MS : false,
  })

  const unreadable = useQuery(unreadableIn(backend, chosen))

  const pasted = batchIdIn(wanted)
  const elsewhere = pasted !== null && namedLike(list.data ?? [], wanted).length === 0

  const address = (name: 'workspace' | 'name', value: string) => {
    if ((params.get(name) ?? '') === value) return
    setParams((before) => ({ ...Object.fromEntries(before), [name]: value }), { replace: true })
  }

  // The address is outside of React. It names the workspace, so that a copied link shows the same list.
  useEffect(() => {
    if (chosen === '' && usual !== undefined) address('workspace', usual)
  })

  useCommands([
    {
      name: 'Search batches by name',
      group: 'Batches',
      run: () => document.getElementById(SEARCH_ID)?.focus(),
    },
    { name: 'Check for new batches', group: 'Batches', run: () => void list.refetch() },
  ])

  return (
    <ListPage
      title={`Batches – ${backend.name}`}
      heading="Batches"
      actions={
        <LinkButton href={`/${backend.place}/new`} kind="primary">
          New batch
        </LinkButton>
      }
    >
      {known.error && (
        <ListFailure
          what="workspaces"
          backend={backend}
          failure={known.error.failure}
          onRetry={known.refetch}
        />
      )}
      {backend.connected ? (
        <>
          <div className={styles.tools}>
            <WorkspaceChooser
              workspaces={known.isError ? [] : known.data}
              chosen={chosen}
              onChoose={(id) => {
                rememberWorkspace(backend.place, id)
                address('workspace', id)
              }}
            />
            <SearchField
              id={SEARCH_ID}
              label="Search by name or batch id"
              words={words}
              onChange={setWords}
              onLeave={() => address('name', words)}
            />
          </div>
          {elsewhere && (
            <ByItsId environment={backend.place} id={pasted} onDuplicate={setDuplicating} />
          )}
          {chosen === '' && usual === undefined && !known.isPending ? (
            <p className={styles.quiet}>Choose a workspace to see its batches.</p>
          ) : (
            !elsewhere && (
              <FoundBatches
                backend={backend}
                list={list}
                unreadable={unreadable.data ?? 0}
                words={wanted}
                onStop={() => stopTrying(client, batchesOf(backend, chosen).queryKey)}
                onClear={() => setWords('')}
                onDuplicate={setDuplicating}
              />
            )
          )}
        </>
      ) : (
        <p className={styles.quiet}>
          Once {backend.name} is connected, the batches of your workspaces appear here.
        </p>
      )}
      {duplicating !== null && (
        <Later load={loadDuplicate} name="the dialog">
          {(DuplicateDialog) => (
            <DuplicateDialog
              backend={backend}
              id={duplicating}
              onClose={() => setDuplicating(null)}
            />
          )}
        </Later>
      )}
    </ListPage>
  )
}

type ByItsIdProps = { environment: Environment; id: string; onDuplicate: (id: string) => void }

/** For a pasted id: its batch may be in another workspace, and opens all the same. */
function ByItsId({ environment, id, onDuplicate }: ByItsIdProps) {
  return (
    <Notice
      tone="info"
      role="status"
      title="This looks like a batch id."
      actions={
        <>
          <LinkButton href={`/${environment}/batches/${id}`}>Open this batch</LinkButton>
          <Button onClick={() => onDuplicate(id)}>Duplicate this batch…</Button>
        </>
      }
    >
      <p>You can open it from here even if it is in another workspace.</p>
    </Notice>
  )
}

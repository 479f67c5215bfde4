import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { explainFailure } from '#api/explain-failure.ts'
import { workspaces } from '#api/workspaces.ts'
import type { Backend } from '#contract/app-config.ts'
import type { User } from '#contract/answers.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Skeleton } from '#ui/loading/Skeleton.tsx'
import styles from './ConnectedAs.module.css'
import { ownerName } from './owner-name.ts'
import { takeFocus } from '#ui/dialogs/dialog-focus.ts'

type ConnectedAsProps = {
  backend: Backend
  ownToken: NonNullable<Backend['own_token']>
  owner: UseQueryResult<User>
}

/** Whose token is used, how long it is kept, and what it opens. */
export function ConnectedAs({ backend, ownToken, owner }: ConnectedAsProps) {
  const { data, error, refetch } = owner
  const name = data && ownerName(data)
  return (
    <div ref={takeFocus} tabIndex={-1} className={styles.connected}>
      {data && (
        <Notice tone="good" role="status" title={name ? `Connected as ${name}.` : 'Connected.'}>
          {data.email !== name && data.email}
        </Notice>
      )}
      {error && (
        <Trouble title={explainFailure(error.failure, backend.name).title} onRetry={refetch} />
      )}
      {!data && !error && (
        <Skeleton label={`Asking ${backend.name} whose token it is`} height={48} />
      )}
      <p>
        {ownToken.in_use
          ? `You are using your own token, in this browser only. The server keeps it in memory until you disconnect, the server restarts, or it goes unused for ${ownToken.idle_hours} hours.`
          : 'You are using this server’s token, which everybody here shares. Your own token would be used in this browser only.'}
      </p>
      <Workspaces backend={backend} />
    </div>
  )
}

function Workspaces({ backend }: { backend: Backend }) {
  const { data, error, refetch } = useQuery(workspaces(backend))
  return (
    <section className={styles.workspaces}>
      <h3>Workspaces</h3>
      {!data && !error && <Skeleton label="Loading the workspaces" height={72} />}
      {error && (
        <Trouble title={explainFailure(error.failure, backend.name).title} onRetry={refetch} />
      )}
      {data?.length === 0 && (
        <p>
          This account is not a member of any workspace. Batches need one: create it in{' '}
          {backend.name}.
        </p>
      )}
      {data && data.length > 0 && (
        // A long list scrolls, and what scrolls must be reachable by keyboard.
        <ul className={styles.list} tabIndex={0} role="region" aria-label="Workspaces">
          {data.map(({ id, title }) => (
            <li key={id}>{title || id}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Trouble({ title, onRetry }: { title: string; onRetry: () => unknown }) {
  return (
    <Notice
      tone="bad"
      role="alert"
      title={title}
      actions={<Button onClick={() => onRetry()}>Try again</Button>}
    />
  )
}

import { useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useSearchParams } from 'wouter'
import { appConfig, meetAgain, saysNotConnected } from '#api/connection.ts'
import type { AppConfig, Backend } from '#contract/app-config.ts'
import { type Environment, environmentName } from '#contract/environment.ts'
import { onOthersConnection } from './connection-news.ts'
import { ConnectionDialog } from './ConnectionDialog.tsx'
import { Button, LinkButton } from '#ui/Button.tsx'
import { HereLink } from '#ui/HereLink.tsx'
import { Notice } from '#ui/Notice.tsx'
import styles from './Connection.module.css'

type ConnectionProps = {
  /** The place of the page. */
  environment: Environment
  config: UseQueryResult<AppConfig>
}

/** What there is to say about the environments, and the connection to Prolific where the address asks for it. */
export function Connection({ environment, config }: ConnectionProps) {
  const [params, setParams] = useSearchParams()
  const client = useQueryClient()
  const prolific = config.data?.backends.find((backend) => backend.place === 'prolific')

  // Another tab of this browser has the same cookie, and so the same token.
  useEffect(() => onOthersConnection((changed) => void meetAgain(client, changed)), [client])

  // The server forgets a token by itself, and only an answer tells.
  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        if (saysNotConnected(event)) void client.invalidateQueries({ queryKey: appConfig.queryKey })
      }),
    [client],
  )

  const close = () =>
    setParams(
      (before) => {
        before.delete('open')
        return before
      },
      { replace: true },
    )
  return (
    <>
      <EnvironmentNotice environment={environment} config={config} />
      {prolific && params.get('open') === 'connection' && (
        <ConnectionDialog backend={prolific} here={environment} onClose={close} />
      )}
    </>
  )
}

type EnvironmentNoticeProps = { environment: Environment; config: UseQueryResult<AppConfig> }

/** Says when the place of this address cannot be used, and what to do about it. */
function EnvironmentNotice({ environment, config }: EnvironmentNoticeProps) {
  if (config.isError) {
    return (
      <div className={styles.notice}>
        <Notice
          tone="bad"
          role="alert"
          title="The server’s settings could not be loaded."
          actions={<Button onClick={() => config.refetch()}>Try again</Button>}
        >
          <p>
            You can write, and your text is kept in this browser. To create a batch, you need the
            server.
          </p>
        </Notice>
      </div>
    )
  }
  if (!config.data) return null

  const { backends } = config.data
  const backend = backends.find((candidate) => candidate.place === environment)
  if (!backend) {
    const [first] = backends
    return (
      <div className={styles.notice}>
        <Notice
          tone="caution"
          role="status"
          title={`This server does not offer ${environmentName(environment)}.`}
          actions={
            first && <LinkButton href={`/${first.place}/new`}>Go to {first.name}</LinkButton>
          }
        />
      </div>
    )
  }
  if (backend.connected) return <TroubleNotice backend={backend} />
  return (
    <div className={styles.notice}>
      <Notice
        tone="caution"
        role="status"
        title={`${backend.name} is not connected yet.`}
        actions={
          backend.own_token && <HereLink open="connection">Connect to {backend.name}…</HereLink>
        }
      >
        <p>
          {backend.own_token
            ? 'Connect once with a token from your account to see your workspaces and create batches.'
            : `Your administrator connects ${backend.name}.`}{' '}
          You can already write. Your text is kept in this browser.
        </p>
      </Notice>
    </div>
  )
}

/** Says what the server knows to be wrong with an environment that can be used all the same. */
function TroubleNotice({ backend: { name, notices = [] } }: { backend: Backend }) {
  if (notices.length === 0) return null
  return (
    <div className={styles.notice}>
      <Notice tone="caution" role="status" title={`${name} is not working as usual.`}>
        {notices.map((notice) => (
          <p key={notice}>{notice}</p>
        ))}
      </Notice>
    </div>
  )
}

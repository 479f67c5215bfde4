import type { UseQueryResult } from '@tanstack/react-query'
import type { AppConfig, Backend } from '#contract/app-config.ts'
import { placeName, type Place } from '#contract/place.ts'
import { Button } from '#ui/Button.tsx'
import { HereLink } from '#ui/HereLink.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Notice } from '#ui/Notice.tsx'
import styles from './PlaceNotice.module.css'

type PlaceNoticeProps = { place: Place; config: UseQueryResult<AppConfig> }

/** Says when the place of this address cannot be used, and what to do about it. */
export function PlaceNotice({ place, config }: PlaceNoticeProps) {
  if (config.isError) {
    return (
      <div className={styles.notice}>
        <Notice
          tone="bad"
          role="alert"
          title="The server did not say which backends it has."
          actions={<Button onClick={() => config.refetch()}>Try again</Button>}
        >
          <p>You can write; your text is kept here. Creating a batch needs the server.</p>
        </Notice>
      </div>
    )
  }
  if (!config.data) return null

  const { backends } = config.data
  const backend = backends.find((candidate) => candidate.place === place)
  if (!backend) {
    const [first] = backends
    return (
      <div className={styles.notice}>
        <Notice
          tone="caution"
          role="status"
          title={`This server does not offer ${placeName(place)}.`}
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
            ? 'Connect once with a token of your account, to see your workspaces and create batches.'
            : 'Whoever runs this address connects it.'}{' '}
          You can write now; your text is kept in this browser.
        </p>
      </Notice>
    </div>
  )
}

/** Says what the server knows to be wrong with a place that can be used all the same. */
function TroubleNotice({ backend: { name, notices = [] } }: { backend: Backend }) {
  if (notices.length === 0) return null
  return (
    <div className={styles.notice}>
      <Notice tone="caution" role="status" title={`${name} does not work as usual.`}>
        {notices.map((notice) => (
          <p key={notice}>{notice}</p>
        ))}
      </Notice>
    </div>
  )
}

import { useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useSearchParams } from 'wouter'
import { appConfig } from '#api/app-config.ts'
import { meetAgain, saysNotConnected } from '#api/connection.ts'
import type { AppConfig } from '#contract/app-config.ts'
import type { Place } from '#contract/place.ts'
import { onOthersConnection } from './connection-news.ts'
import { ConnectionDialog } from './ConnectionDialog.tsx'
import { PlaceNotice } from './PlaceNotice.tsx'

type ConnectionProps = {
  /** The place of the page. */
  place: Place
  config: UseQueryResult<AppConfig>
}

/** What there is to say about the places, and the connection to Prolific where the address asks for it. */
export function Connection({ place, config }: ConnectionProps) {
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
      <PlaceNotice place={place} config={config} />
      {prolific && params.get('open') === 'connection' && (
        <ConnectionDialog backend={prolific} here={place} onClose={close} />
      )}
    </>
  )
}

import { startApp } from '#e2e/app-server.ts'
import { documentedExample } from '#contract/examples.ts'
import { addressOf } from '#contract/routes.ts'
import { requestsPerSecond } from './http-load.ts'
import { startPeer } from './start-peer.ts'
import { median, type Row } from './table.ts'

const ROUNDS = 5
const CONNECTIONS = 20

/** Creates of 2 kB through the relay, and through a bare pipe to the same upstream, by turns. */
export async function measureRelay(): Promise<Row[]> {
  const upstream = await startPeer('upstream')
  const pipe = await startPeer('pipe', upstream.port)
  const app = await startApp({
    env: { PROLIFIC_URL: upstream.url, PROLIFIC_TOKEN: 'bench', WRITES_PER_MINUTE: '0' },
  })

  const body = JSON.stringify({ ...documentedExample, name: 'x'.repeat(1600) })
  const load = (url: string, prefix: string) =>
    requestsPerSecond({
      url,
      method: 'POST',
      path: `${prefix}${addressOf('createBatch')}`,
      headers: {
        'content-type': 'application/json',
        'x-app-request': '1',
        'sec-fetch-site': 'same-origin',
      },
      body,
      connections: CONNECTIONS,
      seconds: 2,
    })
  const relayed: number[] = []
  const piped: number[] = []
  await load(app.url, '/prolific/api')
  await load(pipe.url, '/api')
  for (let round = 0; round < ROUNDS; round += 1) {
    piped.push(await load(pipe.url, '/api'))
    relayed.push(await load(app.url, '/prolific/api'))
  }
  await Promise.all([pipe.stop(), upstream.stop(), app.discard()])

  return [
    {
      what: 'relay, requests per second against a plain node:http pipe',
      figure: median(relayed) / median(piped),
      unit: '×',
      target: { atLeast: 0.7 },
      detail: `${Math.round(median(relayed))} / ${Math.round(median(piped))} per second, ${CONNECTIONS} connections`,
    },
  ]
}

import { setTimeout as pause } from 'node:timers/promises'
import { createApp } from '#server/app.ts'
import { openJournal } from '#server/gateway/journal.ts'
import { createHttpServer, portOf } from '#server/http/http-server.ts'
import { createPracticeBackend } from '#server/practice/backend.ts'
import { createRelay } from '#server/relay/relay.ts'
import { makeAppCalls } from './app-calls.ts'
import { createCheckedFetch, type Finding } from './checked-fetch.ts'
import { readContract } from './document.ts'
import { reasonFor } from './known.ts'
import { startProxy } from './proxy.ts'
import { makeStarterCalls, makeToolCalls } from './tool-calls.ts'

const file = process.argv[2] ?? process.env['CONTRACT']
if (file) await check(file)
else {
  console.error(`Give the API's OpenAPI document, which is no part of this project:

  CONTRACT=path/to/openapi.yaml npm run check:contract

Prolific publishes it at https://docs.prolific.com/openapi.yaml.`)
  process.exitCode = 2
}

/** Makes every call through a proxy that compares both sides with the document, and says what differs. */
async function check(path: string) {
  const contract = readContract(path)
  const practice = await servePractice()
  const proxy = await startProxy(path, practice.base)
  try {
    const checked = createCheckedFetch(contract, practice.base, proxy.url)
    const wait = async () => pause(20)
    const around = { base: practice.base, fetch: checked.fetch, wait }
    await makeToolCalls(around)
    await makeStarterCalls(around)
    await makeAppCalls(around)

    console.log(`Checked ${checked.checked().length} of ${contract.size} documented calls.`)
    console.log(['Called, but not in the document:', ...checked.outside()].join('\n  '))
    const findings = checked.findings().map((each) => ({ ...each, why: reasonFor(each) }))
    const onPurpose = findings.filter(({ why }) => why !== undefined)
    const unexpected = findings.filter(({ why }) => why === undefined)
    console.log(['Different on purpose:', ...onPurpose.map(inWords)].join('\n  '))
    console.log([`Unexpected: ${unexpected.length}`, ...unexpected.map(inWords)].join('\n  '))
    if (unexpected.length > 0) process.exitCode = 1
  } finally {
    proxy.stop()
    await practice.close()
  }
}

function inWords({ call, side, words, times, why }: Finding & { why: string | undefined }) {
  const line = `${call}, ${side}: ${words} (${times} times)`
  return why === undefined ? line : `${line}\n    ${why}`
}

async function servePractice() {
  const practice = createPracticeBackend({ processingMs: 50 })
  const prolific = createRelay({ url: 'http://127.0.0.1:9', token: undefined })
  const journal = openJournal({ path: ':memory:' })
  const server = createHttpServer(createApp({ knowsHost: () => true, practice, prolific, journal }))
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening))
  return {
    base: `http://127.0.0.1:${portOf(server)}/practice`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      await prolific.close()
      practice.close()
      journal.close()
    },
  }
}

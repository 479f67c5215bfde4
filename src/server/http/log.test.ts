// @vitest-environment node
import { setImmediate } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { addressOf } from '#contract/routes.ts'
import { createApp } from '#server/app.ts'
import { hostsOf } from './guard.ts'
import { keepSecret, logFailure, redact } from './log.ts'
import { openJournal } from '#server/gateway/journal.ts'
import { createPracticeBackend } from '#server/practice/backend.ts'
import { createRelay } from '#server/relay/relay.ts'

/** What is logged while `act` runs and until the lines of its turn have gone out. */
async function logOf(act: () => unknown) {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  await act()
  await setImmediate()
  const lines = written.mock.calls.map(([text]) => String(text)).join('')
  written.mockRestore()
  return lines.split('\n').slice(0, -1)
}

test('a call is one line: method, pattern, status, time and id; no address, header or body', async () => {
  const practice = createPracticeBackend()
  const app = createApp({
    knowsHost: hostsOf(() => 4173),
    practice,
    prolific: createRelay({ url: 'http://127.0.0.1:9', token: undefined }),
    journal: openJournal({ path: ':memory:' }),
    logs: true,
  })
  let id: string | null = null
  const lines = await logOf(async () => {
    const response = await app.request(
      `/practice/api${addressOf('readBatch', { id: 'some-id' })}?x=some-query`,
      {
        headers: { host: 'localhost:4173', authorization: 'Token some-token' },
      },
    )
    id = response.headers.get('x-request-id')
  })
  practice.close()
  expect(lines).toHaveLength(1)
  const line = z.record(z.string(), z.unknown()).parse(JSON.parse(lines[0] ?? ''))
  const route = '/practice/api/v1/data-collection/batches/:id'
  expect(line).toMatchObject({ method: 'GET', route, status: 404, id })
  expect(Object.keys(line)).toEqual(['time', 'method', 'route', 'status', 'ms', 'id'])
  expect(lines[0]).not.toMatch(/some-/)
})

test('a secret and whatever looks like one never reach the log', async () => {
  keepSecret('s3cr3t/value')
  const lines = await logOf(() =>
    logFailure(new Error('no s3cr3t/value here, nor Token abc.def, nor "Bearer xyz"')),
  )
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toMatch(/s3cr3t|abc|xyz/)
  expect(redact('Authorization: token abc')).toBe('Authorization: token [redacted]')
})

test('a failure is one line that cannot steer a terminal', async () => {
  const lines = await logOf(() => logFailure(new Error('first\nsecond \u001b[31m')))
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain(String.raw`first\nsecond \u001b[31m`)
})

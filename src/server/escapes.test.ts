// @vitest-environment node
import net from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { addressOf } from '#contract/routes.ts'
import { readConfig } from './config.ts'
import { fromOurPage, openApp } from '#server/testing/app-fixture.ts'
import { serveApp, serveUntilTestEnds } from '#server/testing/http-fixture.ts'
import { openSocket } from '#server/testing/raw-socket.ts'
import { waysOut } from '#server/testing/ways-out.ts'

const base = '/prolific/api'

const Dialled = z.object({ host: z.string(), port: z.union([z.string(), z.number()]) })

/** Every address that the relay may ask for at the provider, and nothing else. */
const table =
  /^\/api\/v1\/(data-collection\/batches(\?workspace_id=[^/?#\s]*|\/[A-Za-z0-9-]{1,64}(\/status)?)?|workspaces\/(\?(limit|offset)=[^/?#\s]*)?|users\/me\/)$/

/** Somebody on this machine who must never hear of anything. */
async function startSink() {
  const heard: string[] = []
  const url = await serveUntilTestEnds((incoming, outgoing) => {
    heard.push(`${incoming.method} ${incoming.url}`)
    outgoing.end()
  })
  return { heard, port: Number(new URL(url).port) }
}

async function openRelay() {
  const seen: string[] = []
  const url = await serveUntilTestEnds((incoming, outgoing) => {
    seen.push(incoming.url ?? '')
    outgoing.setHeader('content-type', 'application/json').end('{}')
  })
  const { app, request } = openApp({ prolificUrl: url, token: 'canary' })
  const providerPort = Number(new URL(url).port)
  const dialled = vi.spyOn(net, 'connect')
  onTestFinished(() => dialled.mockRestore())
  return {
    app,
    seen,
    get: async (path: string) => request(path, { headers: fromOurPage }),
    /** Where connections went that were not meant for the provider. */
    elsewhere: () =>
      dialled.mock.calls
        .map(([options]) => Dialled.parse(options))
        .filter(({ host, port }) => host !== '127.0.0.1' || Number(port) !== providerPort),
    dialled: () => dialled.mock.calls.length,
  }
}

test('more than 600 ways out in paths and queries reach no other host and no other path', async () => {
  const sink = await startSink()
  const { seen, get, elsewhere, dialled } = await openRelay()
  const payloads = waysOut(sink.port)
  expect(payloads.length).toBeGreaterThan(600)
  for (const payload of payloads) {
    const inPath = payload.replaceAll('?', '%3f').replaceAll('#', '%23')
    const inQuery = encodeURIComponent(payload)
    const answers = await Promise.all([
      get(`${base}/${inPath}`),
      get(`${base}${addressOf('createBatch')}/${inPath}`),
      get(`${base}${addressOf('createBatch')}/${inPath}/status`),
      get(`${base}/v1/workspaces/${inPath}`),
      get(`${base}/v1/data-collection/datasets/${inPath}`),
      get(`${base}${addressOf('createBatch')}?workspace_id=${inQuery}&url=${inQuery}`),
      get(`${base}${addressOf('listWorkspaces')}?limit=${inQuery}&host=${inQuery}`),
    ])
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 200, 200])
  }
  expect(dialled()).toBeGreaterThan(0)
  expect(elsewhere()).toEqual([])
  expect(seen.filter((url) => !table.test(url))).toEqual([])
  expect(sink.heard).toEqual([])
}, 120_000)

test('nor do they as the target of a request, written by hand', async () => {
  const sink = await startSink()
  const { app, seen } = await openRelay()
  const port = Number(new URL(await serveApp(app)).port)
  const headers = Object.entries({ ...fromOurPage, host: '127.0.0.1:4173', connection: 'close' })
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  const targets = waysOut(sink.port).filter((payload) => /^[\x21-\x7e]+$/.test(payload))
  const send = async (target: string) => {
    const { socket, answer } = await openSocket(port)
    socket.write(`GET ${target} HTTP/1.1\r\n${lines}\r\n`)
    return (await answer).slice(0, 12)
  }
  for (const payload of targets) {
    for (const status of await Promise.all([send(payload), send(`${base}/${payload}`)])) {
      expect(status).toMatch(/^HTTP\/1\.1 (200|4\d\d)/)
    }
  }
  expect(seen.filter((url) => !table.test(url))).toEqual([])
  expect(sink.heard).toEqual([])
}, 120_000)

test('as the address of the provider they are refused, or mean a host that the token may go to', async () => {
  const accepted = waysOut(4444).flatMap((PROLIFIC_URL) => {
    try {
      return [new URL(readConfig({ PROLIFIC_URL }).prolificUrl)]
    } catch {
      return []
    }
  })
  expect(accepted.length).toBeGreaterThan(0)
  for (const { protocol, hostname, username, search, hash } of accepted) {
    expect([username, search, hash]).toEqual(['', '', ''])
    const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
    expect(protocol === 'https:' || (protocol === 'http:' && isHere)).toBe(true)
  }
})

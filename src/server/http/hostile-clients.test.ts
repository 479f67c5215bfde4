// @vitest-environment node
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import { addressOf } from '#contract/routes.ts'
import { report } from '#test/figures.ts'
import { runsOr } from '#test/runs.ts'
import { buildServer, newDataFolder, startServer } from '#server/testing/built-server.ts'
import { serveUntilTestEnds } from '#server/testing/http-fixture.ts'
import { openSocket } from '#server/testing/raw-socket.ts'

let built: Awaited<ReturnType<typeof buildServer>>
beforeAll(async () => {
  built = await buildServer()
}, 120_000)
afterAll(async () => built.remove())

const RUNS = runsOr(4)
/** Only the long run has the time to wait for the server's own patience, and a machine to itself. */
const isLong = RUNS >= 100

const MB = 1024 * 1024
const MOST_MEMORY = 250 * MB
const practicePath = `/practice/api${addressOf('createBatch')}`

/** Pours into an answer what is far too much, or starts it and never goes on. */
const answers: Record<string, (outgoing: ServerResponse) => void> = {
  'twenty megabytes': (outgoing) => outgoing.end(Buffer.alloc(20 * MB, ' ')),
  'no end': (outgoing) => {
    const chunk = Buffer.alloc(64 * 1024, ' ')
    const pour = () => {
      while (!outgoing.destroyed && outgoing.write(chunk));
    }
    outgoing.on('drain', pour)
    pour()
  },
  silence: (outgoing) => outgoing.writeHead(200).write('{'),
}

/** The memory of a process that is really in use. */
function residentBytes(pid: number) {
  const status = `/proc/${pid}/status`
  const kilobytes = existsSync(status)
    ? /VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()
  return Number(kilobytes) * 1024
}

async function openBuilt() {
  let give = answers['silence']
  const PROLIFIC_URL = await serveUntilTestEnds((incoming, outgoing) => {
    incoming.resume()
    incoming.on('end', () => give?.(outgoing))
  })
  const server = await startServer(built.main, {
    DATA_DIR: await newDataFolder(),
    PROLIFIC_URL,
    PROLIFIC_TOKEN: 'of-the-server',
    WRITES_PER_MINUTE: '0',
  })
  const { host, port } = new URL(server.address)
  const head = (...headers: string[]) =>
    [
      `POST ${practicePath} HTTP/1.1`,
      `Host: ${host}`,
      'Authorization: Token x',
      'Content-Type: application/json',
      ...headers,
      '\r\n',
    ].join('\r\n')

  /** The status of the answer to what is written by hand. */
  async function send(headers: string[], body = Buffer.of()) {
    const { socket, answer } = await openSocket(Number(port))
    socket.write(head(...headers))
    socket.write(body)
    return Number((await answer).slice(9, 12))
  }

  /** The same for a body that has no end before somebody has enough of it. */
  async function pour(headers: string[], piece: Buffer) {
    const { socket, answer } = await openSocket(Number(port))
    const more = () => {
      while (!socket.destroyed && socket.write(piece));
    }
    socket.on('drain', more)
    socket.write(head(...headers), more)
    return Number((await answer).slice(9, 12))
  }

  return {
    port: Number(port),
    head,
    send,
    pour,
    residentBytes: () => residentBytes(server.child.pid ?? 0),
    askProvider: async (how: keyof typeof answers) => {
      give = answers[how]
      const headers = { 'x-app-request': '1', 'sec-fetch-site': 'same-origin' }
      const url = `${server.address}/prolific/api${addressOf('listWorkspaces')}`
      return (await fetch(url, { headers })).status
    },
    /** How long an ordinary create takes, in milliseconds. */
    create: async () => {
      const started = performance.now()
      const response = await fetch(server.address + practicePath, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Token x' },
        body: JSON.stringify(documentedExample),
      })
      await response.text()
      expect(response.status).toBe(201)
      return performance.now() - started
    },
  }
}

test(
  `${RUNS} rounds of hostile requests are refused in bounded memory, and the next one is answered`,
  { timeout: 60_000 + RUNS * 5000 },
  async (context) => {
    const server = await openBuilt()
    const { port, head, send, pour, create, askProvider } = server
    const slow = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const opened = await openSocket(port)
        opened.socket.write(index % 2 ? `${head('Content-Length: 99')}{` : 'GET / HTTP/1.1\r\nX: ')
        return opened
      }),
    )
    const zipped = gzipSync(Buffer.alloc(10 * MB, ' '))
    const spaces = Buffer.alloc(64 * 1024, ' ')
    const chunk = Buffer.concat([Buffer.from('10000\r\n'), spaces, Buffer.from('\r\n')])
    const statuses = new Set<string>()
    const times: number[] = []
    let memory = 0
    for (let round = 0; round < RUNS; round += 1) {
      const [declared, endless, compressed, headers, large] = await Promise.all([
        pour([`Content-Length: ${50 * MB}`], spaces),
        pour(['Transfer-Encoding: chunked'], chunk),
        send(
          ['Content-Encoding: gzip', `Content-Length: ${zipped.length}`, 'Connection: close'],
          zipped,
        ),
        send(Array.from({ length: 10_000 }, (_, index) => `X-${index}: y`)),
        askProvider(round % 2 ? 'twenty megabytes' : 'no end'),
        create(),
      ])
      statuses.add([declared, endless, compressed, headers, large].join(' '))
      times.push(await create())
      memory = Math.max(memory, server.residentBytes())
    }
    expect([...statuses]).toEqual(['413 413 415 431 502'])
    expect(memory).toBeLessThan(MOST_MEMORY)
    const late = isLong ? await Promise.all(slow.map(async ({ answer }) => answer)) : []
    expect(late.filter((text) => !text.startsWith('HTTP/1.1 408 '))).toEqual([])
    const silent = isLong ? await askProvider('silence') : 504
    expect(silent).toBe(504)
    times.sort((a, b) => a - b)
    const shareOf = (part: number) => Math.round(times[Math.ceil(RUNS * part) - 1] ?? 0)
    report(context, {
      refused: RUNS * 5,
      'slow connections': slow.length,
      'ended with 408': late.length,
      'most memory (MB)': Math.round(memory / MB),
      'ordinary create, median (ms)': shareOf(0.5),
      'slowest (ms)': shareOf(1),
    })
    expect(shareOf(1)).toBeLessThan(isLong ? 200 : Infinity)
  },
)

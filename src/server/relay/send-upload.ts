import { Readable } from 'node:stream'
import { Agent, errors } from 'undici'
import { lookupPublic } from './public-hosts.ts'
import { neverLeft } from './upstream.ts'
import type { StorageAddress } from './upload-addresses.ts'

/** How an upload ended. `refused` is certain; after `unclear` nobody knows whether the file is there. */
export type UploadEnd =
  | { kind: 'stored' }
  | { kind: 'not-sent' }
  | { kind: 'refused'; status: number }
  | { kind: 'unclear'; reason: string }
  /** The page has stopped sending. */
  | { kind: 'given-up' }

type Options = { isLocal: boolean; idleMs?: number; totalMs?: number }

const STOOD_STILL = 'The upload stood still for too long.'
const TOOK_TOO_LONG = 'The upload took too long.'
const REDIRECTS = 'The storage answered with a redirect, which is not followed.'

/**
 * The provider's storage: takes a body as it comes and passes it on, no faster than the storage reads.
 * No token goes there, no redirect is followed, and nothing is sent twice.
 */
export function createStorage({ isLocal, idleMs = 30_000, totalMs = 60 * 60_000 }: Options) {
  const agent = new Agent({
    connect: { timeout: 10_000, ...(!isLocal && { lookup: lookupPublic }) },
    // Answers are read by their status alone.
    bodyTimeout: idleMs,
    headersTimeout: idleMs,
    maxResponseSize: 64_000,
  })

  async function send(
    { url, type }: StorageAddress,
    body: ReadableStream<Uint8Array>,
    size: number,
  ): Promise<UploadEnd> {
    const timers = createTimers(idleMs, totalMs)
    let isGivenUp = false
    async function* pieces() {
      const reader = body.getReader()
      try {
        while (true) {
          const read = await nextPiece(reader, timers.signal)
          if (read.done) return
          timers.reset()
          yield read.value
        }
      } catch (error) {
        isGivenUp = true
        throw error
      } finally {
        void reader.cancel().catch(() => undefined)
      }
    }
    try {
      const { statusCode, body: answer } = await agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: 'PUT',
        headers: { 'content-type': type, 'content-length': String(size) },
        body: Readable.from(pieces(), { objectMode: false }),
        signal: timers.signal,
      })
      await answer.dump({ limit: 64_000, signal: AbortSignal.timeout(idleMs) }).catch(() => null)
      return endOf(statusCode)
    } catch (error) {
      if (isGivenUp && !timers.signal.aborted) return { kind: 'given-up' }
      if (neverLeft(error)) return { kind: 'not-sent' }
      if (timers.signal.aborted) return { kind: 'unclear', reason: String(timers.signal.reason) }
      const late = error instanceof errors.HeadersTimeoutError
      return {
        kind: 'unclear',
        reason: late ? STOOD_STILL : 'The connection to the storage broke.',
      }
    } finally {
      timers.stop()
    }
  }

  return { send, close: async () => agent.destroy() }
}
export type Storage = ReturnType<typeof createStorage>

function endOf(status: number): UploadEnd {
  if (status >= 200 && status < 300) return { kind: 'stored' }
  if (status >= 300 && status < 400) return { kind: 'unclear', reason: REDIRECTS }
  if (status >= 400 && status < 500) return { kind: 'refused', status }
  return { kind: 'unclear', reason: `The storage has an internal problem (${status}).` }
}

/**
 * The next piece of a body; rejects when the signal stops it. Each waits with a promise of its own: one
 * for all of them would hold every piece until the end.
 */
async function nextPiece(reader: ReadableStreamDefaultReader<Uint8Array>, signal: AbortSignal) {
  let stop: (() => void) | undefined
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(new Error('Too late.'))
    signal.addEventListener('abort', stop)
  })
  try {
    return await Promise.race([reader.read(), stopped])
  } finally {
    if (stop) signal.removeEventListener('abort', stop)
  }
}

/**
 * Fails when nothing has moved for some time, on either side (the body is asked for as it is sent), and
 * when all of it takes too long. Timers of its own, because the garbage collector may take an
 * `AbortSignal.timeout` that only `AbortSignal.any` knows.
 */
function createTimers(idleMs: number, totalMs: number) {
  const stopped = new AbortController()
  const begin = () => setTimeout(() => stopped.abort(STOOD_STILL), idleMs)
  const end = setTimeout(() => stopped.abort(TOOK_TOO_LONG), totalMs)
  let timer = begin()
  return {
    signal: stopped.signal,
    reset: () => {
      clearTimeout(timer)
      timer = begin()
    },
    stop: () => {
      clearTimeout(timer)
      clearTimeout(end)
    },
  }
}

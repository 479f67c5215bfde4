import { Hono, type Context } from 'hono'
import { UPLOAD_LIMIT_BYTES } from '#contract/limits.ts'
import { datasetFaultOf } from '#contract/practice-faults.ts'
import { storedNothing } from '#server/database/database-errors.ts'
import { logFailure } from '#server/http/log.ts'
import type { Store } from '#server/practice/store.ts'
import type { DatasetSurroundings } from './dataset-handlers.ts'
import { hashOf, UPLOAD_MS } from './upload-address.ts'

const CHUNK_BYTES = 1_000_000

/** A refusal in the words of a storage service, which is what keeps files behind the API. */
export function refuseFile(status: number, code: string, message: string) {
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`,
    { status, headers: { 'content-type': 'application/xml; charset=utf-8' } },
  )
}
const tooLarge = () =>
  refuseFile(400, 'EntityTooLarge', `A file can have at most ${UPLOAD_LIMIT_BYTES} bytes.`)

/** The next piece of a body; rejects when none comes in time. */
async function readInTime(reader: ReadableStreamDefaultReader<Uint8Array>, idleMs: number) {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Error('Nothing came in time.')), idleMs)
  })
  return Promise.race([reader.read(), late]).finally(() => clearTimeout(timer))
}

type Received = 'whole' | 'too large' | 'broken off'

/** Stores a body as it comes, so that no more than a small part of it is ever in memory. */
async function receive(request: Request, id: string, store: Store, idleMs: number) {
  let number = 0
  let size = 0
  let waiting: Uint8Array[] = []
  let waitingBytes = 0
  const flush = () => {
    if (waitingBytes > 0) store.imports.addChunk(id, number, Buffer.concat(waiting))
    number += 1
    waiting = []
    waitingBytes = 0
  }
  const reader = request.body?.getReader()
  const next = async () => reader && readInTime(reader, idleMs)
  try {
    for (let read = await next(); read && !read.done; read = await next()) {
      const { value } = read
      size += value.byteLength
      if (size > UPLOAD_LIMIT_BYTES) return 'too large'
      if (!store.isOpen()) return 'broken off'
      waiting.push(value)
      waitingBytes += value.byteLength
      if (waitingBytes >= CHUNK_BYTES) flush()
    }
    flush()
    return 'whole'
  } catch (error) {
    if (storedNothing(error)) throw error
    return 'broken off'
  } finally {
    // What is left of a body that was not read to its end is let go.
    void reader?.cancel().catch(() => undefined)
  }
}

/**
 * The addresses that files are sent to, below `/practice/uploads`: PUT only, with exactly the content
 * type that was said, once, within half an hour. Knowing the address is enough. A file that did not
 * arrive in full may be sent again; one that was answered with 200 is on the disk.
 */
export function createUploads({
  idleMs = 30_000,
  ...around
}: DatasetSurroundings & { idleMs?: number }) {
  const { store, now, processingMs, worker } = around
  const arriving = new Set<string>()

  async function forget(id: string) {
    while (store.isOpen() && store.imports.dropChunks(id)) {
      await new Promise((next) => setImmediate(next))
    }
  }

  function refuseUpload(c: Context) {
    const job = store.imports.bySecret(hashOf(c.req.param('secret') ?? ''))
    const dataset = job && store.datasets.find(job.dataset_id)
    if (!dataset || datasetFaultOf(dataset.name) === 'upload-refused') {
      return { refusal: refuseFile(403, 'AccessDenied', 'Access Denied') }
    }
    if (now() > job.created_at + UPLOAD_MS) {
      return { refusal: refuseFile(403, 'AccessDenied', 'Request has expired') }
    }
    if (job.state !== 'asked') {
      return { refusal: refuseFile(403, 'AccessDenied', 'This address has been used.') }
    }
    if (c.req.header('authorization') !== undefined) {
      const words = 'Only one auth mechanism allowed. Send no Authorization header.'
      return { refusal: refuseFile(400, 'InvalidArgument', words) }
    }
    const type = c.req.header('content-type')
    // The addresses of the older kind were seen to take a file without any type.
    if (type !== job.content_type && !(type === undefined && dataset.schema_version === 3)) {
      const words = `The Content-Type must be ${job.content_type}.`
      return { refusal: refuseFile(403, 'SignatureDoesNotMatch', words) }
    }
    if (Number(c.req.header('content-length') ?? 0) > UPLOAD_LIMIT_BYTES)
      return { refusal: tooLarge() }
    return arriving.has(job.id)
      ? { refusal: refuseFile(409, 'OperationAborted', 'The file is being sent already.') }
      : { job, dataset }
  }

  async function take(c: Context) {
    const { refusal, job, dataset } = refuseUpload(c)
    if (refusal) return refusal
    const { id } = job
    arriving.add(id)
    let received: Received | undefined
    try {
      received = await receive(c.req.raw, id, store, idleMs)
    } finally {
      if (received !== 'whole') await forget(id)
      arriving.delete(id)
    }
    if (received === 'too large') return tooLarge()
    if (received === 'broken off') {
      return refuseFile(400, 'RequestTimeout', 'The file did not arrive in full.')
    }
    const time = now()
    const waits = dataset.schema_version === 4 && store.datasets.find(dataset.id)?.schema === null
    const ready_at = Math.max(time, store.imports.lastReadyAt(dataset.id) ?? 0) + processingMs
    store.imports.uploaded(id, waits ? 'waiting' : 'uploaded', ready_at, time)
    worker.wake()
    return new Response(null, { status: 200, headers: { etag: `"${id.replaceAll('-', '')}"` } })
  }

  const app = new Hono({ strict: false })
  app.onError((error) => {
    logFailure(error)
    return storedNothing(error)
      ? refuseFile(
          503,
          'ServiceUnavailable',
          'The disk of this server is full. Nothing was stored.',
        )
      : refuseFile(500, 'InternalError', 'Something went wrong on this server.')
  })
  app.on('PUT', '/:secret', take)
  app.all('*', () => refuseFile(405, 'MethodNotAllowed', 'This address takes PUT only.'))
  return app
}

import { MAX_BODY_BYTES } from '#contract/limits.ts'
import { refuse } from './answers.ts'
import { mayLackBody, takesLines } from './serve-routes.ts'

/** JSON nested deeper than any layout needs only serves to exhaust the stack. */
const MAX_DEPTH = 64

export type Read<T> = { ok: true; value: T } | { ok: false; refusal: Response }

const failed = (refusal: Response) => ({ ok: false, refusal }) as const

/** The type of body that the API reads at a path: JSON, or one JSON object a line. */
export const bodyTypeAt = (path: string) =>
  takesLines(path) ? 'application/x-ndjson' : 'application/json'

function isInUtf8(header: string | null | undefined, wanted: string) {
  const [type, ...parameters] = (header ?? '').toLowerCase().split(';')
  return (
    type?.trim() === wanted &&
    parameters.every((parameter) => /^\s*charset="?utf-8"?\s*$/.test(parameter))
  )
}

/** Whether a `Content-Type` header says JSON in UTF-8, which is what the API reads nearly everywhere. */
export const isJsonType = (header: string | null | undefined) =>
  isInUtf8(header, 'application/json')

/** Whether a `Content-Type` header says what the API reads at a path, in UTF-8. */
export const isBodyType = (header: string | null | undefined, path: string) =>
  takesLines(path) ? isInUtf8(header, bodyTypeAt(path)) : isJsonType(header)

/** The body's bytes; nothing when there are more than the limit. */
export async function readAtMost(request: Request, limit: number) {
  const declared = request.headers.get('content-length')
  // The HTTP parser holds a body to its declared length, so a small one can be read in one go.
  if (declared !== null) {
    return Number(declared) > limit ? undefined : new Uint8Array(await request.arrayBuffer())
  }
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.byteLength
    if (size > limit) {
      await reader?.cancel()
      return undefined
    }
    chunks.push(read.value)
  }
  const bytes = new Uint8Array(size)
  chunks.reduce((offset, chunk) => (bytes.set(chunk, offset), offset + chunk.byteLength), 0)
  return bytes
}

const EMPTY_OBJECT = new TextEncoder().encode('{}')

/**
 * The body's bytes: 415 unless it is by its headers what the path takes, 413 above the limit, 400 when it ends
 * before it is complete. Where the API asks for no body, nothing at all is read as `{}`.
 */
export async function readBody(
  request: Request,
  limit = MAX_BODY_BYTES,
): Promise<Read<Uint8Array<ArrayBuffer>>> {
  const type = request.headers.get('content-type')
  const { pathname } = new URL(request.url)
  const optional = mayLackBody(pathname)
  const rightType = isBodyType(type, pathname)
  const wrongType = () => {
    const sentence = `Send Content-Type: ${bodyTypeAt(pathname)}, not encoded.`
    return failed(refuse(415, 'Unsupported media type', sentence))
  }
  const readable = rightType || (optional && type === null)
  if (!readable || request.headers.has('content-encoding')) return wrongType()
  try {
    const bytes = await readAtMost(request, limit)
    if (!bytes) return failed(refuse(413, 'Too large', `The body can have at most ${limit} bytes.`))
    if (optional && bytes.byteLength === 0) return { ok: true, value: EMPTY_OBJECT }
    return rightType ? { ok: true, value: bytes } : wrongType()
  } catch {
    // Whoever sent it has gone away, which is no failure of this server.
    return failed(refuse(400, 'Bad request', 'The body did not arrive in full.'))
  }
}

/** How many lists and objects are inside each other in a text of JSON. */
export function depthOf(json: string) {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let at = 0; at < json.length; at += 1) {
    const char = json[at]
    if (inString) {
      if (char === '\\') at += 1
      else if (char === '"') inString = false
    } else if (char === '"') inString = true
    else if (char === '{' || char === '[') deepest = Math.max(deepest, (depth += 1))
    else if (char === '}' || char === ']') depth -= 1
  }
  return deepest
}

/** The parsed body: as `readBody`, and 400 for what is not JSON in UTF-8 or is nested too deeply. */
export async function readJsonBody(request: Request, limit?: number): Promise<Read<unknown>> {
  const body = await readBody(request, limit)
  if (!body.ok) return body
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body.value)
    if (depthOf(text) <= MAX_DEPTH) return { ok: true, value: JSON.parse(text) }
    return failed(refuse(400, 'Bad request', `The JSON is nested deeper than ${MAX_DEPTH} levels.`))
  } catch {
    return failed(refuse(400, 'Bad request', 'The body is not valid JSON in UTF-8.'))
  }
}

import { createHash, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { answerJson, refuse, wrongMethod } from '#server/http/answers.ts'
import { uuidV7 } from '#server/practice/uuid-v7.ts'
import type { DatasetSurroundings } from './dataset-handlers.ts'
import type { StoredDataset } from './dataset-store.ts'

/** How long an address takes a file. */
export const UPLOAD_MS = 30 * 60_000

/** What is stored of the random part of an address. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

const types = {
  3: { csv: 'text/csv', zip: 'application/zip' },
  4: { csv: 'text/csv', jsonl: 'application/x-ndjson' },
}

function contentTypeFor(filename: string, version: number) {
  const taken: Record<string, string> = version === 3 ? types[3] : types[4]
  const ending = /\.([a-z]+)$/i.exec(filename)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(taken, ending) ? taken[ending] : undefined
}

/** Where a call was sent, for addresses in its answer, as far as a gateway in front of this server says. */
export function originOf(c: Context) {
  const { protocol, host } = new URL(c.req.url)
  const isEncrypted = c.req.header('x-forwarded-proto') === 'https' || protocol === 'https:'
  return `${isEncrypted ? 'https' : 'http'}://${c.req.header('host') ?? host}`
}

/**
 * Answers `GET …/datasets/{id}/upload-url/{filename}`: makes an import job and an address that takes its
 * file once. The official tool wants `import_id` with either kind of dataset.
 */
export function createUploadUrl(dataset: StoredDataset, c: Context, around: DatasetSurroundings) {
  // A HEAD must change nothing.
  if (c.req.method !== 'GET') return wrongMethod(['GET'])
  const filename = c.req.param('filename') ?? ''
  const version = dataset.schema_version
  const content_type = contentTypeFor(filename, version)
  if (content_type === undefined || filename.length > 255) {
    const endings = version === 3 ? '.csv or .zip' : '.csv or .jsonl'
    return refuse(400, 'Unsupported file type', `The file name must end in ${endings}.`)
  }
  const created_at = around.now()
  const id = uuidV7(created_at)
  const secret = randomBytes(32).toString('base64url')
  const job = { id, dataset_id: dataset.id, filename, content_type, created_at }
  around.store.imports.create({ ...job, secret: hashOf(secret) })
  const answer = {
    dataset_id: dataset.id,
    upload_url: `${originOf(c)}/practice/uploads/${secret}`,
    http_method: 'PUT',
    content_type,
    expires_at: new Date(created_at + UPLOAD_MS).toISOString(),
    file_key: `datasets/${dataset.id}/${id}/${filename}`,
    import_id: id,
  }
  return answerJson(answer, 201)
}

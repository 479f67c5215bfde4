import type { Context } from 'hono'
import { UPLOAD_LIMIT_BYTES } from '#contract/limits.ts'
import { refuse } from '#server/http/answers.ts'
import type { Storage, UploadEnd } from './send-upload.ts'
import type { UploadAddresses } from './upload-addresses.ts'

type Parts = { addresses: UploadAddresses; storage: Storage }

/**
 * Answers `PUT /uploads/{name}`: passes one file on to the address that a name of ours stands for. There
 * is no key and no journal: a name takes one file, so that a repetition finds nothing.
 */
export async function takeUpload(c: Context, owner: string, { addresses, storage }: Parts) {
  const size = Number(c.req.header('content-length') ?? Number.NaN)
  if (!Number.isSafeInteger(size) || size < 1) {
    return refuse(411, 'Length required', 'Say how long the file is. Nothing was sent.')
  }
  if (size > UPLOAD_LIMIT_BYTES) {
    const words = `A file can have at most ${UPLOAD_LIMIT_BYTES} bytes. Nothing was sent.`
    return refuse(413, 'Too large', words)
  }
  const address = addresses.take(c.req.param('name') ?? '', owner)
  const { body } = c.req.raw
  if (!address || !body) {
    const words = 'This address was used, has expired or is not yours. Try again to get a new one.'
    return refuse(400, 'No such upload', words)
  }
  if (c.req.header('content-type') !== address.type) {
    return refuse(400, 'Wrong type', `The file must be sent as ${address.type}. Nothing was sent.`)
  }
  return answerOf(await storage.send(address, body, size))
}

function answerOf(end: UploadEnd) {
  switch (end.kind) {
    case 'stored':
      return new Response(null, { status: 200 })
    case 'refused':
      return refuse(
        400,
        'Upload refused',
        `The storage did not take the file (${end.status}). Its address may have expired. Try again to get a new one.`,
      )
    case 'not-sent':
      return refuse(502, 'The storage could not be reached', 'Nothing was sent.', {
        information: 'not-sent',
      })
    case 'given-up':
      return refuse(400, 'Given up', 'The file did not arrive in full, so it was not passed on.')
    case 'unclear':
      return refuse(
        502,
        'Upload interrupted',
        `${end.reason} It is not known whether the file was stored.`,
        { information: 'outcome-unknown' },
      )
  }
}

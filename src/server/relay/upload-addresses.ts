import { randomBytes } from 'node:crypto'
import * as z from 'zod/mini'
import { UploadAddress } from '#contract/dataset-requests.ts'
import { isPublicName, isThisMachine } from './public-hosts.ts'

/** Where to send one file at the provider's storage. Never leaves this server. */
export type StorageAddress = { url: URL; type: string }

/** How long an address is remembered, whatever the provider says. */
const LONGEST_MS = 30 * 60_000
const MOST_ADDRESSES = 1_000

const TYPE = /^[a-z]+\/[\w.+-]{1,60}(?:; ?charset=[\w-]{1,20})?$/i
const Given = z.extend(UploadAddress, { http_method: z.literal('PUT') })

type Options = {
  /** Whether the provider itself is on this machine, as in tests: then its storage may be, too. */
  isLocal: boolean
  now?: () => number
}

/**
 * The addresses that the provider gave for uploads, under random names of ours. Each belongs to whoever
 * asked for it, takes one file, and is gone after half an hour at most, or with the process.
 */
export function createUploadAddresses({ isLocal, now = Date.now }: Options) {
  const known = new Map<string, { owner: string; until: number; address: StorageAddress }>()

  /** The address in an answer of the provider; undefined when a file must not be sent there. */
  function read(body: unknown) {
    const given = Given.safeParse(body)
    if (!given.success || !TYPE.test(given.data.content_type)) return undefined
    const { upload_url, content_type, expires_at } = given.data
    if (!URL.canParse(upload_url)) return undefined
    const url = new URL(upload_url)
    const isPlain = url.username === '' && url.password === '' && url.hash === ''
    const isSafe = isLocal
      ? url.protocol === 'http:' && isThisMachine(url.hostname)
      : url.protocol === 'https:' && isPublicName(url.hostname)
    if (!isPlain || !isSafe) return undefined
    const end = Date.parse(expires_at)
    const until = Math.min(Number.isNaN(end) ? Infinity : end, now() + LONGEST_MS)
    return { given: given.data, address: { url, type: content_type }, until }
  }

  return {
    /**
     * Remembers the address in an answer, for one owner. Gives the same answer with a name of ours in
     * its place, below `base`; undefined when a file must not be sent to what the provider named.
     */
    replace(body: unknown, owner: string, base: string): UploadAddress | undefined {
      const found = read(body)
      if (!found) return undefined
      const { given, address, until } = found
      const [oldest] = known.keys()
      if (known.size >= MOST_ADDRESSES && oldest !== undefined) known.delete(oldest)
      const name = randomBytes(32).toString('base64url')
      known.set(name, { owner, until, address })
      const { dataset_id, http_method, content_type, expires_at, import_id } = given
      // Nothing else is passed on: another member could name the address again, and so may the key.
      const rest = { dataset_id, http_method, content_type, expires_at, import_id, file_key: null }
      return { ...rest, upload_url: `${base}/${name}` }
    },
    /** The address of a name, for its owner and once. */
    take(name: string, owner: string): StorageAddress | undefined {
      const found = known.get(name)
      if (!found || found.owner !== owner) return undefined
      known.delete(name)
      return now() < found.until ? found.address : undefined
    },
    forgetAll: () => known.clear(),
  }
}
export type UploadAddresses = ReturnType<typeof createUploadAddresses>

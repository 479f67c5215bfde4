import { checksum } from '#storage/checksum.ts'
import {
  DraftFile,
  fromFileDraft,
  toDraftFile,
  type PortableDraft,
} from '#drafts/file-format/draft-file.ts'

/** Thrown instead of unpacking more than was allowed. */
class TooMuch extends Error {
  override readonly name = 'TooMuch'
}

/**
 * The longest link that is made or read. It never reaches a server, so no server limits it; mail and
 * chat programs do: a message of Teams holds 28 kB, and Chrome shows no address beyond 32 kB. Half of
 * that leaves room for what stands around it.
 */
export const MOST_LINK_CHARACTERS = 16_000

/** Windows hands no longer address to a browser than 2,083, so desktop mail programs cannot open one. */
export const MAIL_LINK_CHARACTERS = 2_000

/** What the texts may come to when they are unpacked: three of the longest, and questions. */
const MOST_BYTES = 2_000_000

/** Says that the part behind the `#` is a draft, and not a place on the page. */
const MARK = '#draft='
const VERSION = '1'
const CHECKSUM_LENGTH = 8

/**
 * A draft as the part of an address behind the `#`: version, packed draft, checksum. Browsers send that
 * part to no server. What is packed is a draft file with one draft, so it holds no id and no token.
 * Null when the draft is too large to be shared like this.
 */
export async function toFragment(draft: PortableDraft): Promise<string | null> {
  const bytes = new TextEncoder().encode(JSON.stringify(toDraftFile([draft])))
  if (bytes.length > MOST_BYTES) return null
  const packed = toBase64Url(await deflate(bytes))
  return `${MARK}${VERSION}.${packed}.${seal(packed)}`
}

export type SharedDraft =
  | { kind: 'draft'; draft: PortableDraft }
  /** Made by a version that packs in another way. */
  | { kind: 'other-version' }
  /** A part is missing, or something on the way changed it. */
  | { kind: 'incomplete' }
  | { kind: 'too-large' }
  /** Whole, but no draft: not made by this app. */
  | { kind: 'no-draft' }

/** Whether an address may hold a draft behind its `#`. */
export function isFragment(hash: string) {
  return hash.startsWith(MARK)
}

/**
 * Reads what `toFragment` made. Never throws, and unpacks no more than any draft holds, whatever the
 * link claims. The HTML in it is as its writer left it: it is cleaned where it is shown or opened.
 */
export async function readFragment(hash: string): Promise<SharedDraft> {
  if (hash.length > MOST_LINK_CHARACTERS) return { kind: 'too-large' }
  const [version, packed = '', sealed = ''] = hash.slice(MARK.length).split('.')
  if (version !== VERSION)
    return { kind: /^\d+$/.test(version ?? '') ? 'other-version' : 'incomplete' }
  if (sealed !== seal(packed)) return { kind: 'incomplete' }
  try {
    const bytes = await inflate(fromBase64Url(packed), MOST_BYTES)
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    const [draft, ...others] = DraftFile.parse(json).drafts
    if (!draft || others.length > 0) return { kind: 'no-draft' }
    return { kind: 'draft', draft: fromFileDraft(draft) }
  } catch (error) {
    return { kind: error instanceof TooMuch ? 'too-large' : 'no-draft' }
  }
}

function seal(packed: string) {
  return checksum(packed).slice(0, CHECKSUM_LENGTH)
}

function toBase64Url(bytes: Uint8Array) {
  const characters = Array.from(bytes, (byte) => String.fromCodePoint(byte)).join('')
  return btoa(characters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromBase64Url(text: string) {
  const characters = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(characters, (character) => character.codePointAt(0) ?? 0)
}

/** Packs bytes, with what every browser has for it. */
async function deflate(bytes: Uint8Array<ArrayBuffer>) {
  return collect(bytes, new CompressionStream('deflate-raw'), Number.POSITIVE_INFINITY)
}

/**
 * Unpacks bytes. Stops and throws `TooMuch` as soon as more than `most` come out: a few packed bytes
 * can stand for a thousand times as many. Rejects for what is no packed data.
 */
async function inflate(bytes: Uint8Array<ArrayBuffer>, most: number) {
  return collect(bytes, new DecompressionStream('deflate-raw'), most)
}

async function collect(
  bytes: Uint8Array<ArrayBuffer>,
  through: CompressionStream | DecompressionStream,
  most: number,
) {
  const source = new ReadableStream<BufferSource>({
    start(controller) {
      controller.enqueue(bytes)
      controller.close()
    },
  })
  const reader = source.pipeThrough(through).getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > most) {
      await reader.cancel()
      throw new TooMuch()
    }
    chunks.push(value)
  }
  const all = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

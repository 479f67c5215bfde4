import { UnreadableFile } from '#dataset/source-table.ts'
import { readPieces, readStart, type ReadOptions } from '#dataset/read/read-bytes.ts'
import { encodingNamed, encodingOfStart, guessEncoding, type Encoding } from './guess-encoding.ts'

const SAMPLE = 65_536

/** Thrown within this folder when a file turns out not to be UTF-8 after all. */
class NotUtf8 extends Error {
  readonly position: number
  constructor(position: number) {
    super('Not UTF-8')
    this.position = position
  }
}

async function* decode(file: Blob, name: string, isStrict: boolean, options: ReadOptions) {
  const decoder = new TextDecoder(name, { fatal: isStrict })
  let position = 0
  const next = (bytes?: Uint8Array) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
    } catch {
      throw new NotUtf8(position)
    }
  }
  for await (const bytes of readPieces(file, options)) {
    const text = next(bytes)
    position += bytes.length
    if (text !== '') yield text
  }
  const rest = next()
  if (rest !== '') yield rest
}

/** A sample of the start, and of what follows the first byte that is not UTF-8. */
async function sampleAround(file: Blob, position: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(await file.slice(position, position + 2 * 1_048_576).arrayBuffer())
  const at = bytes.findIndex((byte) => byte > 0x7f)
  const start = await readStart(file, SAMPLE)
  const rest = position === 0 && at < SAMPLE ? new Uint8Array() : bytes.subarray(Math.max(at, 0))
  const joined = new Uint8Array(start.length + Math.min(rest.length, SAMPLE))
  joined.set(start)
  joined.set(rest.subarray(0, SAMPLE), start.length)
  return joined
}

/**
 * Reads the text of a file. UTF-8 can only be told once all of it was read: when it turns out not to
 * be, `read` is called again with the text in the likeliest encoding.
 *
 * @param chosen A label to use instead of a guess.
 * @param read Reads the pieces of text. `isLossy`: the text may hold signs for damaged bytes.
 * @throws {UnreadableFile} When the chosen encoding is not known, or `read` throws it.
 */
export async function decodeText<Result>(
  file: Blob,
  chosen: string | null,
  options: ReadOptions,
  read: (pieces: AsyncIterable<string>, encoding: Encoding, isLossy: boolean) => Promise<Result>,
): Promise<Result> {
  if (chosen !== null) {
    const name = encodingNamed(chosen)
    if (name === null)
      throw new UnreadableFile(`There is no encoding named “${chosen}”. Choose another one.`)
    return read(decode(file, name, false, options), { name, isGuess: false }, true)
  }
  const told = encodingOfStart(await readStart(file, 4_096))
  if (told) return read(decode(file, told.name, false, options), told, true)
  try {
    const encoding = { name: 'utf-8', isGuess: true }
    return await read(decode(file, 'utf-8', true, options), encoding, false)
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error
    const encoding = guessEncoding(await sampleAround(file, error.position))
    return read(decode(file, encoding.name, false, options), encoding, true)
  }
}

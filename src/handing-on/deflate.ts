/** Thrown instead of unpacking more than was allowed. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch'
}

/** Packs bytes, with what every browser has for it. */
export async function deflate(bytes: Uint8Array<ArrayBuffer>) {
  return collect(bytes, new CompressionStream('deflate-raw'), Number.POSITIVE_INFINITY)
}

/**
 * Unpacks bytes. Stops and throws `TooMuch` as soon as more than `most` come out: a few packed bytes
 * can stand for a thousand times as many. Rejects for what is no packed data.
 */
export async function inflate(bytes: Uint8Array<ArrayBuffer>, most: number) {
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

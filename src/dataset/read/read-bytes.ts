const PIECE = 1_048_576

/** What a read can be told while it goes on. */
export interface ReadOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (read: number, of: number) => void
}

/** The first bytes of a file. */
export async function readStart(file: Blob, length: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(0, length).arrayBuffer())
}

/**
 * The bytes of a file, piece by piece, with progress. Rejects with the signal's reason when it is
 * aborted.
 */
export async function* readPieces(
  file: Blob,
  { signal, onProgress }: ReadOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < file.size; at += PIECE) {
    signal?.throwIfAborted()
    const end = Math.min(at + PIECE, file.size)
    // oxlint-disable-next-line no-await-in-loop
    const bytes = await file.slice(at, end).arrayBuffer()
    signal?.throwIfAborted()
    yield new Uint8Array(bytes)
    onProgress?.(end, file.size)
  }
}

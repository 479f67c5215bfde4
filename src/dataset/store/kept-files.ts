import * as z from 'zod/mini'
import { withStorage } from '#storage/database.ts'

/** Of one file, and of all files together. What is larger is asked for again when it is needed. */
export const KEPT_BYTES = { file: 50_000_000, all: 200_000_000 } as const

/** What comes out of a database may be of another realm, whose classes are not ours. */
const tagOf = (value: unknown): string => Object.prototype.toString.call(value)

const KeptFile = z.object({
  sha: z.string(),
  name: z.string(),
  at: z.number(),
  // Not a Blob: some browsers store none in private windows.
  bytes: z.custom<ArrayBuffer>((value) => tagOf(value) === '[object ArrayBuffer]'),
})

const Use = z.object({ file: z.object({ sha: z.string(), size: z.number() }) })

/**
 * Keeps a file in this browser by the SHA-256 of its bytes. Gives false when it is too large to be kept,
 * so that it has to be chosen again after a reload. Rejects with a StorageFailure.
 */
export async function keepFile(file: Blob, name: string, sha: string): Promise<boolean> {
  if (file.size > KEPT_BYTES.file) return false
  const bytes = await file.arrayBuffer()
  return withStorage(async (database) => {
    // Asked of those who use them, because reading the files to measure them would take their room.
    const uses = (await database.getAll('data')).flatMap((one) => Use.safeParse(one).data ?? [])
    const sizes = new Map(uses.map(({ file: { sha: of, size } }) => [of, size]))
    sizes.delete(sha)
    const used = [...sizes.values()].reduce((sum, size) => sum + size, 0)
    if (used + bytes.byteLength > KEPT_BYTES.all) return false
    await database.put('files', { sha, name, at: Date.now(), bytes })
    return true
  })
}

/** A file that was kept; null when there is none. Rejects with a StorageFailure. */
export async function readKeptFile(sha: string): Promise<{ name: string; file: Blob } | null> {
  const stored = await withStorage((database) => database.get('files', sha))
  const { data } = KeptFile.safeParse(stored)
  return data ? { name: data.name, file: new Blob([data.bytes]) } : null
}

/** Removes a file that no draft needs any more. */
export async function dropUnusedFile(sha: string): Promise<void> {
  await withStorage(async (database) => {
    const transaction = database.transaction(['data', 'files'], 'readwrite')
    const uses = await transaction.objectStore('data').index('sha').count(sha)
    if (uses === 0) await transaction.objectStore('files').delete(sha)
    await transaction.done
  })
}

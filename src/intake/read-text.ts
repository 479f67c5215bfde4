import type { Place } from '#contract/place.ts'
import { askWorker, TookTooLong } from '#html/ask-worker.ts'
import type { Pasted } from '#pasted-request/pasted.ts'
import { unrecognised } from '#pasted-request/unrecognised.ts'

/** As long as anybody waits for what is refused in the end. */
const LONGEST_MS = 1_800

/**
 * Reads a text beside the page, so that nothing in it can hold the page up. Never throws: a text that
 * takes too long, or cannot be read at all, comes back with the reason.
 */
export async function readText(text: string, place: Place): Promise<Pasted> {
  try {
    if (typeof Worker === 'undefined') {
      const { readPasted } = await import('#pasted-request/read-pasted.ts')
      return readPasted(text, place)
    }
    const { default: address } = await import('./reading.worker.ts?worker&url')
    return await askWorker<Pasted>(address, { text, place }, LONGEST_MS)
  } catch (error) {
    return unrecognised(
      error instanceof TookTooLong
        ? 'Reading this takes too long. Paste a smaller part of it, or split the file.'
        : 'The part that reads requests could not be loaded. Is the server still running? Try again.',
    )
  }
}

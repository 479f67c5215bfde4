import { UnreadableFile } from '#dataset/source-table.ts'

/** Limits of what is unpacked, far over any workbook that holds a table within the limits of rows. */
const UNPACKED_BYTES = 268_435_456
const MILLISECONDS = 30_000
const UNINTERRUPTED = 50

export const DAMAGED =
  'This workbook is damaged. Open it in your spreadsheet, save it again as .xlsx, and choose that file.'
export const TOO_LARGE_UNPACKED =
  'This workbook is too large once it is unpacked. Copy the table into a new workbook, and save that.'
const TOO_SLOW =
  'This workbook takes too long to read. Save the sheet as CSV, and choose that file.'

/** Bounds how much of a workbook is unpacked and how long that takes, and lets it be stopped. */
export class ReadBudget {
  readonly #signal: AbortSignal | undefined
  readonly #start = Date.now()
  #bytes = 0
  #lastPause = this.#start

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal
  }

  /** @throws {UnreadableFile} When this is more than may be unpacked, or it took too long. */
  spend(bytes: number): void {
    this.#bytes += bytes
    if (this.#bytes > UNPACKED_BYTES) throw new UnreadableFile(TOO_LARGE_UNPACKED)
    if (Date.now() - this.#start > MILLISECONDS) throw new UnreadableFile(TOO_SLOW)
  }

  /** @throws {UnreadableFile} When so much could not be unpacked. */
  expect(bytes: number): void {
    if (bytes > UNPACKED_BYTES) throw new UnreadableFile(TOO_LARGE_UNPACKED)
  }

  /** Lets other work in now and then: without it, nobody could stop the read. */
  async pause(): Promise<void> {
    if (Date.now() - this.#lastPause > UNINTERRUPTED) {
      await new Promise((resolve) => {
        setTimeout(resolve)
      })
      this.#lastPause = Date.now()
    }
    this.#signal?.throwIfAborted()
  }
}

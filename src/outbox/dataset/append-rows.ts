import { ApiError } from '#api/api-error.ts'
import { mayHaveHappened } from '#api/explain-failure.ts'
import { appendDatapoints } from '#api/datasets/make-datasets.ts'
import type { Backend } from '#contract/app-config.ts'
import type { AppendAnswer } from '#contract/dataset-requests.ts'
import { newId } from '#contract/new-id.ts'
import { MOST_ERRORS, type Appending } from '#dataset/store/appending.ts'
import { StepFailed } from './make-dataset.ts'

type Surroundings = {
  backend: Backend
  /** Writes down how far it is, on the disk, before anything else is done. */
  note: (appending: Appending) => Promise<unknown>
  /** All records as they are sent, a line each. */
  records: Blob
  /** The row numbers in the file of some records, by their places counted from 0. */
  numbersOf: (places: number[]) => Promise<readonly (number | null)[]>
  /** Waits before a dataset that is busy is asked again. */
  pause: () => Promise<void>
  /** Told when the dataset is busy with an import, and when it no longer is. */
  onBusy: (isBusy: boolean) => void
}

/** A dataset that is busy is asked again so often: by the pauses of the page, for ten minutes. */
const MOST_TRIES = 400

/**
 * Carries the adding of rows on from wherever it is, one call after the other. Each is written down
 * before it leaves, under a key of its own: one whose answer was lost is asked for again with the same
 * key, which the server carries out once. Rejects with StepFailed; what is written down by then can be
 * carried on.
 */
export async function carryOnAppending(
  appending: Appending,
  around: Surroundings,
): Promise<Appending> {
  let now = appending
  let [place, start] = [0, 0]
  for (const [index, { rows, bytes, end }] of appending.pieces.entries()) {
    if (!end) {
      const lines = around.records.slice(start, start + bytes)
      // Rows keep their order, and a call that fails stops those behind it.
      // oxlint-disable-next-line no-await-in-loop
      now = await appendPiece(now, index, place, await lines.text(), around)
    }
    place += rows
    start += bytes
  }
  return now
}

/** Gives up the answer to the call that was lost: the records of that call are sent again. */
export function forgetKeys(appending: Appending): Appending {
  const pieces = appending.pieces.map((piece) => (piece.end ? piece : { ...piece, key: null }))
  return { ...appending, pieces }
}

async function appendPiece(
  before: Appending,
  index: number,
  place: number,
  lines: string,
  around: Surroundings,
): Promise<Appending> {
  const { backend, note, pause, onBusy } = around
  let now = before
  for (let tries = 1; ; tries += 1) {
    const key = now.pieces[index]?.key ?? newId()
    now = withPiece(now, index, { key })
    try {
      // Each try depends on how the one before ended.
      // oxlint-disable-next-line no-await-in-loop
      await note(now)
      // oxlint-disable-next-line no-await-in-loop
      const answer = await appendDatapoints(backend, now.datasetId, lines, key)
      // oxlint-disable-next-line no-await-in-loop
      now = await withAnswer(now, index, place, answer, around)
      // oxlint-disable-next-line no-await-in-loop
      await note(now)
      if (tries > 1) onBusy(false)
      return now
    } catch (error) {
      const isBusy = isBusyDataset(error)
      const isCertain = isBusy || (error instanceof ApiError && !mayHaveHappened(error.failure))
      if (isCertain) {
        // The refusal belongs to the key.
        now = withPiece(now, index, { key: null })
        // oxlint-disable-next-line no-await-in-loop
        await note(now)
      }
      if (!isBusy || tries >= MOST_TRIES) {
        throw new StepFailed('append', isCertain ? 'no' : 'unknown', error)
      }
      onBusy(true)
      // oxlint-disable-next-line no-await-in-loop
      await pause()
    }
  }
}

function withPiece(
  appending: Appending,
  index: number,
  part: Partial<Appending['pieces'][number]>,
): Appending {
  const pieces = appending.pieces.map((piece, at) => (at === index ? { ...piece, ...part } : piece))
  return { ...appending, pieces }
}

async function withAnswer(
  appending: Appending,
  index: number,
  place: number,
  { accepted, rejected, errors }: AppendAnswer,
  { numbersOf }: Surroundings,
): Promise<Appending> {
  // Imports count records from zero, appends from one.
  const places = errors.map(({ record_index }) => place + (record_index ?? 0) - 1)
  const rows = errors.length > 0 ? await numbersOf(places) : []
  const told = errors.map(({ record_index, field, reason }, at) => ({
    row: record_index === null ? null : (rows[at] ?? null),
    field,
    reason,
  }))
  const all = [...appending.errors, ...told].slice(0, MOST_ERRORS)
  return withPiece({ ...appending, errors: all }, index, { end: { accepted, rejected } })
}

/** An import or a change of the schema is running: nothing was added. */
function isBusyDataset(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false
  const { failure } = error
  return failure.kind === 'rejected' && failure.status === 409
}

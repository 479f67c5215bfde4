import { APPEND_LIMITS } from '#contract/dataset-requests.ts'

/** Lines that one call may bring, by their number and bytes. */
export type Cut = { rows: number; bytes: number }

/**
 * Cuts lines into pieces that one call each may bring, in their order. The same lines are always cut in
 * the same way. `tooLong` is the place, counted from 0, of the first line that no call may bring.
 */
export function cutForAppend(
  lines: Iterable<string>,
  limits: { rows: number; bytes: number } = APPEND_LIMITS,
): { pieces: Cut[]; tooLong: number | null } {
  const encoder = new TextEncoder()
  const pieces: Cut[] = []
  let place = 0
  for (const line of lines) {
    const { length } = encoder.encode(line)
    if (length > limits.bytes) return { pieces, tooLong: place }
    const last = pieces.at(-1)
    if (last && last.rows < limits.rows && last.bytes + length <= limits.bytes) {
      last.rows += 1
      last.bytes += length
    } else pieces.push({ rows: 1, bytes: length })
    place += 1
  }
  return { pieces, tooLong: null }
}

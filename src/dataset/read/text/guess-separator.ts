import { RecordSplitter } from './record-splitter.ts'

/** In the order in which they win a tie. */
const SEPARATORS = ['\t', ';', ',', '|'] as const
const SAMPLED_RECORDS = 100

/** Cells in each record that is not blank. */
function countCells(sample: string, isWhole: boolean, separator: string): readonly number[] {
  const counts: number[] = []
  const splitter = new RecordSplitter(
    separator,
    (cells) => {
      if (cells.length > 1 || cells[0]?.trim() !== '') counts.push(cells.length)
    },
    () => {},
  )
  splitter.push(sample)
  if (isWhole || counts.length === 0) splitter.end()
  return counts.slice(0, SAMPLED_RECORDS)
}

/** How alike the records are that a separator makes; 0 when it hardly splits. */
function rate(counts: readonly number[]): readonly [alike: number, cells: number] {
  const byCount = new Map<number, number>()
  for (const cells of counts) if (cells > 1) byCount.set(cells, (byCount.get(cells) ?? 0) + 1)
  let [cells, records] = [0, 0]
  for (const [some, times] of byCount) if (times > records) [cells, records] = [some, times]
  const alike = records / counts.length
  const first = counts[0] ?? 0
  if (cells === 0) return [0, 0]
  // A heading that is not split tells that the separator is part of the text below it; unless the
  // first line is a title, above records that are all alike.
  if (first === 1 && (cells < 3 || alike < 0.8)) return [0, 0]
  return [first === cells ? alike + 0.2 : alike, cells]
}

/**
 * Guesses the separator by how consistent it makes the records.
 *
 * @param sample The start of the text.
 * @param isWhole Whether the sample is all of it.
 * @returns One character, or null when nothing separates.
 */
export function guessSeparator(sample: string, isWhole: boolean): string | null {
  let best: string | null = null
  let most: readonly [number, number] = [0.5, 0]
  for (const separator of SEPARATORS) {
    if (!sample.includes(separator)) continue
    const [alike, cells] = rate(countCells(sample, isWhole, separator))
    if (alike > most[0] || (alike === most[0] && cells > most[1])) {
      best = separator
      most = [alike, cells]
    }
  }
  return best
}

/** The line by which a file tells Excel its separator, if it has one: the separator and the rest. */
export function readSeparatorLine(text: string): readonly [string, string] | null {
  const line = /^sep=([^"\r\n])(?:\r\n|\r|\n)/iu.exec(text)
  return line?.[1] === undefined ? null : [line[1], text.slice(line[0].length)]
}

export type Row = {
  what: string
  figure: number
  /** At most, or at least, this much. */
  target: { atMost: number } | { atLeast: number }
  unit: string
  /** What the figure was made from, for example both sides of a ratio. */
  detail?: string
}

/** One line a row: what, figure, target, whether it is met, and what it was made from. */
export function table(rows: readonly Row[]) {
  const cells = rows.map((row) => [
    row.what,
    `${rounded(row.figure)} ${row.unit}`.trim(),
    'atMost' in row.target ? `≤ ${row.target.atMost}` : `≥ ${row.target.atLeast}`,
    isMet(row) ? 'ok' : 'MISS',
    row.detail ?? '',
  ])
  const lines = [['what', 'figure', 'target', '', 'made from'], ...cells]
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(3, ...lines.map((line) => line[column]?.length ?? 0)),
  )
  const drawn = lines.map(
    (line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  )
  drawn.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`)
  return drawn.join('\n')
}

/** Whether a row's figure is what its target asks for. */
export function isMet({ figure, target }: Row) {
  return 'atMost' in target ? figure <= target.atMost : figure >= target.atLeast
}

/** The middle of `values`, which must not be empty. */
export function median(values: readonly number[]) {
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
  if (middle === undefined) throw new Error('A median of nothing was asked for.')
  return middle
}

function rounded(figure: number) {
  return figure >= 100 ? Math.round(figure) : Number(figure.toPrecision(3))
}

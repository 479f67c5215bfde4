import { readMarker, type Marker } from './markers.ts'

/** A line of the pasted text that is not blank. */
export type Line = {
  /** Where it stands among the lines that are not blank. */
  at: number
  /** As it was pasted, without the space around it. */
  raw: string
  indent: number
  marker: Marker | null
  /** What is behind the marker. */
  text: string
  /** The cells behind the marker, where the line is a row of a table; else none. */
  cells: readonly string[]
  /** Whether blank lines set it apart from the line above. */
  isApart: boolean
}

/** Lines that are longer are text, whatever is in them; no pattern is looked for in those. */
export const longestLine = 1000

/** The lines of a text that is pasted from anywhere, with their markers and cells. */
export function readLines(pasted: string): Line[] {
  const found: { written: string; blanks: number }[] = []
  let blanks = 0
  const text = pasted
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll(/[\u00a0\u2002-\u200a]/g, ' ')
    .replaceAll(/[\u200b\u2060\ufeff]/g, '')
  for (const written of text.split('\n')) {
    if (written.trim() === '') {
      blanks++
      continue
    }
    found.push({ written, blanks })
    blanks = 0
  }
  // Where every line is followed by a blank one, blank lines say nothing; more of them may.
  const spacing = Math.min(...found.slice(1).map((line) => line.blanks))
  const follows = letterOrder()
  // Word's round bullet is this letter when it is copied as text; one alone is a word of Spanish.
  const hasLetterBullets = found.filter(({ written }) => /^\s*o\s+\S/.test(written)).length > 1
  const spaced = (line: string) =>
    hasLetterBullets ? line.replace(/^(\s*)o (?=\S)/, '$1o\t') : line
  return found.map(({ written, blanks: above }, at) =>
    lineOf(spaced(written), at, above > (Number.isFinite(spacing) ? spacing : 0), follows),
  )
}

function lineOf(
  written: string,
  at: number,
  isApart: boolean,
  follows: (style: string, number: number) => boolean,
): Line {
  const raw = written.trim()
  const indent = written.length - written.trimStart().length
  const marker = readMarker(raw, follows)
  const text = raw.slice(marker?.length ?? 0).trim()
  // A blank first cell and the blank ones at the end count, so that columns stay columns.
  const start = marker ? written.slice(indent + marker.length) : written
  const cells = raw.length > longestLine ? [] : start.split('\t').map((cell) => cell.trim())
  const isRow = cells.length > 2 || cells.filter((cell) => cell !== '').length > 1
  return { at, raw, indent, marker, text, cells: isRow ? cells : [], isApart }
}

/** Takes letters in their order only: one begins a list or comes after the one before it. */
function letterOrder() {
  const last = new Map<string, number>()
  return (style: string, number: number) => {
    if (number !== 1 && last.get(style) !== number - 1) return false
    last.set(style, number)
    return true
  }
}

/** A text for participants: one space where there were several, or tabs. */
export function tidy(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

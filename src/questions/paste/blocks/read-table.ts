import type { Line } from '#questions/paste/lines/lines.ts'
import {
  scaleOfLabels,
  scaleOfRow,
  type Point,
  type Scale,
} from '#questions/paste/answers/scales.ts'

type Row = { line: Line; cells: readonly string[] }

/** What the rows of a table mean. */
export type TableRead = {
  /** What stands in the corner of a table of statements. */
  leadIn: string | null
  /** A question or statement a row, with the scale of the table or the choices of the row. */
  asked: { line: Line; text: string; scale: Scale | null; choices: readonly string[] }[]
  /** Whether the table is nothing but a scale, for the question above. */
  scaleOnly: Scale | null
  lost: Line[]
}

const isNumber = (cell: string | undefined) => /^-?\d{1,2}$/.test(cell ?? '')
/** Blank, a sign to tick, or a number. */
const isTick = (cell: string) =>
  /^(?:|[oOxX○□☐◯⚪❑❒❏☑_-]{1,3}|\( ?\)|\[ ?\]|-?\d{1,2})$/u.test(cell)

/** Reads a table of statements by the points of a scale, or one with a question and its choices a row. */
export function readTable(lines: readonly Line[]): TableRead {
  const rows = lines.map((line) => ({
    line,
    cells: line.cells.length > 0 ? trimmedEnd(line.cells) : [line.text],
  }))
  return scaleAlone(rows) ?? statements(withoutNumbers(rows)) ?? choicesByRow(withoutNumbers(rows))
}

function trimmedEnd(cells: readonly string[]) {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
}

/** `Never | Rarely | Often` above `1 | 2 | 3`. */
function scaleAlone(rows: readonly Row[]): TableRead | null {
  const [words, numbers] = rows
  if (rows.length !== 2 || !words || !numbers || !numbers.cells.some(isNumber)) return null
  if (!numbers.cells.every((cell) => cell === '' || isNumber(cell))) return null
  const scale = pointsOf(words.cells, numbers.cells)
  return scale && { leadIn: null, asked: [], scaleOnly: scale, lost: [] }
}

/** Takes away a first column that only counts the rows. */
function withoutNumbers(rows: readonly Row[]): Row[] {
  const named = rows.filter(({ cells, line }) => cells[0] !== '' || line.marker)
  const counts =
    named.length > 0 &&
    named.every(({ cells }) => /^\(?(?:\d{1,3}|[a-z])[.)]?$/i.test(cells[0] ?? '')) &&
    named.every(({ cells }) => /\p{L}{2}/u.test(cells[1] ?? ''))
  if (counts) return rows.map(({ line, cells }) => ({ line, cells: cells.slice(1) }))
  // A marker that was read as one takes its column with it; the rows above still have theirs.
  const isShifted = named.length > 0 && named.every(({ line }) => line.marker !== null)
  return rows.map(({ line, cells }) => {
    const hasMore = isShifted && !line.marker && cells[0] === '' && cells[1] === ''
    return { line, cells: hasMore ? cells.slice(1) : cells }
  })
}

function statements(rows: readonly Row[]): TableRead | null {
  const first = rows[0]
  if (!first) return null
  const tails = rows.map(({ cells }) => cells.slice(1))
  const hasNoHead = first.cells[0] !== '' && tails[0]?.some(isNumber) === true
  const numbersBelow = !hasNoHead && rows[1]?.cells[0] === '' && (tails[1]?.some(isNumber) ?? false)
  const from = hasNoHead ? 0 : numbersBelow ? 2 : 1
  const body = rows.slice(from)
  const bodyTails = tails.slice(from)
  if (body.length === 0 || !bodyTails.every((tail) => tail.every(isTick))) return null
  const head = hasNoHead ? [] : (tails[0] ?? [])
  if (!hasNoHead && head.filter((cell) => cell !== '').length < 2) return null
  const numbers = numbersBelow
    ? (tails[1] ?? [])
    : (bodyTails.find((tail) => tail.some(isNumber)) ?? [])
  const scale = pointsOf(head, numbers)
  if (!scale) return null
  const named = body.filter(({ cells }) => cells[0] !== '' && cells[0] !== undefined)
  return {
    leadIn: hasNoHead ? null : first.cells[0] || null,
    asked: named.map(({ line, cells }) => ({ line, text: cells[0] ?? '', scale, choices: [] })),
    scaleOnly: null,
    lost: body.filter((row) => !named.includes(row)).map(({ line }) => line),
  }
}

/** The points of columns that have words, numbers or both; those that have neither are none. */
function pointsOf(words: readonly string[], numbers: readonly string[]): Scale | null {
  const width = Math.max(words.length, numbers.length)
  const points = Array.from({ length: width }, (_, at): Point | null => {
    const word = words[at] ?? ''
    const number = numbers[at] ?? ''
    if (!isNumber(number)) return word === '' ? null : { label: word, value: '' }
    const label = word === '' || word === number ? number : `${number} – ${word}`
    return { label, value: number }
  }).filter((point) => point !== null)
  if (points.length < 2) return null
  const values = new Set(points.map(({ value }) => value))
  return values.size === points.length && !values.has('')
    ? { points, wording: null }
    : scaleOfLabels(points.map(({ label }) => label))
}

/** What the columns of a list of questions are called. */
const HEADING =
  /^(?:|questions?|items?|fragen?|preguntas?|t[iy]pe?o?|(?:answers?|options?|choices?|antwort(?:en)?|réponses?|respuestas?|opci[oó]n(?:es)?)(?: \d+)?)$/iu

function choicesByRow(rows: readonly Row[]): TableRead {
  const [head] = rows
  const names = head?.cells.every((cell) => HEADING.test(cell)) ? head.cells : []
  const isKind = (at: number) => /^t[iy]pe?o?$/i.test(names[at] ?? '')
  const asked = rows.slice(names.length > 0 ? 1 : 0).flatMap(({ line, cells }) => {
    const [text = '', ...rest] = cells.filter((_, at) => !isKind(at))
    const choices = rest.filter((cell) => cell !== '')
    if (text === '') return []
    const only = choices.length === 1 ? (choices[0] ?? '') : ''
    const row = only === '' ? null : scaleOfRow(only)
    return [{ line, text, scale: row?.scale ?? null, choices }]
  })
  const read = new Set(asked.map(({ line }) => line))
  const lost = rows.filter(({ line }) => !read.has(line)).map(({ line }) => line)
  return { leadIn: null, asked, scaleOnly: null, lost }
}

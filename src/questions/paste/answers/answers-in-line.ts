import { asks, hasBlank, limitIn } from '#questions/paste/lines/form-words.ts'
import { longestLine, tidy } from '#questions/paste/lines/lines.ts'
import {
  isScale,
  scaleInSentence,
  scaleOfLabels,
  scaleOfNumbers,
  scaleOfPairs,
  scaleOfRow,
  scaleOfTwoEnds,
  type Scale,
} from './scales.ts'

/** The text of a question, and the answers that stand on its line. */
export type Asked = {
  stem: string
  options: readonly string[]
  scale: Scale | null
  /** The numbers that may be written, where they are too many to choose from. */
  range: { min: number; max: number } | null
}

const BOXES = /[○□☐◯⚪❑❒❏☑☒]|\( ?\)|\[ ?[xX]?\]/u

/** The choices that stand next to each other on a line; none where it has fewer than two. */
export function choicesInLine(text: string): string[] {
  if (text.length > longestLine) return []
  if (BOXES.test(text)) {
    const [before = '', ...labels] = pieces(text, BOXES)
    return before === '' && labels.every(isLabel) && labels.length > 1 ? labels : []
  }
  for (const between of [/\t+/, /\s*\|\s*/, /\s*\/\s*/, /\s*[·;]\s*/, /\s+[–—-]\s+/, /\s{2,}/]) {
    const found = pieces(text, between)
    if (found.length > 1 && found.every(isLabel)) return found
  }
  const found = pieces(text, /\s*,\s*/)
  return found.length > 2 && found.every((label) => isLabel(label) && label.length < 30)
    ? found
    : []
}

function pieces(text: string, between: RegExp) {
  return text.trim().split(between).map(tidy)
}

function isLabel(text: string) {
  return text !== '' && text.length <= 60 && !asks(text) && !/[:.!]$/.test(text)
}

/** Takes the answers from the line of a question. */
export function splitAsked(text: string): Asked {
  const asked = { stem: text, options: [], scale: null, range: null }
  if (text.length > longestLine) return asked
  return { ...asked, ...(boxed(text) ?? bracketed(text) ?? rated(text) ?? listed(text)) }
}

/** `Do you smoke? ☐ Yes ☐ No` */
function boxed(text: string): Partial<Asked> | null {
  if (scaleOfRow(text)) return null
  const [stem = '', ...options] = pieces(text, BOXES)
  if (stem === '' || options.length < 2) return null
  if (options.every(isLabel)) return { stem, options }
  // `Gender: Male ☐ Female ☐`: each box is behind its label.
  const end = Math.max(stem.lastIndexOf(':'), stem.lastIndexOf('?')) + 1
  const labels = [tidy(stem.slice(end)), ...options.slice(0, -1)]
  const areBehind = end > 0 && options.at(-1) === '' && labels.every(isLabel)
  return areBehind ? { stem: tidy(stem.slice(0, end)), options: labels } : null
}

/** `(1–7)`, `(1 = never, 7 = always)`, `(yes/no)` */
function bracketed(text: string): Partial<Asked> | null {
  for (const found of text.matchAll(/\(([^()]{3,150})\)/g)) {
    const [whole, inner = ''] = found
    const rest = text.slice(found.index + whole.length)
    const before = text.slice(0, found.index)
    const stem = tidy(/^[.:,?]/.test(rest) ? before.trimEnd() + rest : before + rest)
    if (stem === '') continue
    const range = /^\s*(-?\d{1,3})\s*(?:[-–—]|to|bis|à|a)\s*(\d{1,3})\s*$/u.exec(inner)
    if (range) {
      const [min, max] = [Number(range[1]), Number(range[2])]
      const scale = min <= 1 && max - min >= 2 ? scaleOfNumbers(min, max) : null
      if (scale) return { stem, scale }
      if (min === 0 && max === 100) return { range: { min, max } }
    }
    const scale = scaleOfPairs(inner)
    if (scale) return { stem, scale }
    const row = scaleOfRow(inner)
    if (row && row.before.length < 40 && row.after.length < 40) return { stem, scale: row.scale }
    const options = /^[^/|]+(?:[/|][^/|]+)+$/.test(inner) ? choicesInLine(inner) : []
    if (isScale(options)) return { stem, scale: scaleOfLabels(options) }
    const areShort = options.every((label) => label.length <= 15)
    if (asks(stem) && areShort && options.length > 1 && text.trim().endsWith(whole))
      return { stem, options }
  }
  return null
}

/** `I enjoy it. Never 1 2 3 4 5 Always`, or a scale that a sentence tells. */
function rated(text: string): Partial<Asked> | null {
  const row = scaleOfRow(text)
  if (row && row.after.length < 60) {
    const { before } = row
    const end = Math.max(...['? ', '. ', ': ', '！', '？'].map((sign) => before.lastIndexOf(sign)))
    const [points] = [row.scale.points]
    const [from, to] = [Number(points[0]?.value), Number(points.at(-1)?.value)]
    const ends = (low: string) =>
      scaleOfNumbers(
        from,
        to,
        new Map([
          [from, low],
          [to, row.after],
        ]),
      )
    if (end > 0)
      return { stem: tidy(before.slice(0, end + 1)), scale: ends(tidy(before.slice(end + 1))) }
    if (row.after === '' && before !== '') return { stem: before, scale: ends('') }
    if (before !== '') return { stem: `${before} – ${row.after}`, scale: row.scale }
  }
  const scale = scaleOfPairs(text) ?? scaleInSentence(text)
  return scale && { scale }
}

/** `Gender: male / female` */
function listed(text: string): Partial<Asked> | null {
  const found = /[?？:]\s*/gu
  let end = 0
  while (found.exec(text)) end = found.lastIndex < text.length ? found.lastIndex : end
  const tail = text.slice(end)
  if (end === 0 || hasBlank(tail) || limitIn(tail) !== null || tail.startsWith('(')) return null
  const options = /[/|\t]|\s{2}/.test(tail) ? choicesInLine(tail) : []
  const areShort = options.every((label) => label.length <= 40)
  return options.length > 1 && areShort ? { stem: tidy(text.slice(0, end)), options } : null
}

/** The scale that a whole line is, with nothing before or after it but the words at its ends. */
export function scaleLine(text: string): Scale | null {
  if (text.length > longestLine || asks(text)) return null
  const row = scaleOfRow(text)
  if (row && row.before.length <= 60 && row.after.length <= 60 && !/[:.!]$/.test(row.before))
    return row.scale
  const pairs = /^\(?-?\d{1,2} ?=/.test(text) ? scaleOfPairs(text) : null
  const sentence = /^\d{1,2} ?\(/.test(text) ? scaleInSentence(text) : null
  const found = pairs ?? sentence
  if (!found) return scaleOfTwoEnds(text)
  // What joins the pairs may be words, and those are to be seen as well.
  const labels = ` ${found.points.map(({ label }) => label).join(' ')} `
  const isSaid = [...text.matchAll(/[\p{L}\p{M}]+/gu)].every(([word]) => labels.includes(word))
  return isSaid ? found : { ...found, wording: tidy(text) }
}

import { romanNumber } from './roman-number.ts'

/** How a list counts, as the `type` of `<ol>` says it; null means 1, 2, 3. */
export type Numbering = 'a' | 'A' | 'i' | 'I' | null

/** What stands in front of an item. */
export type Marker =
  | { ordered: false }
  | {
      ordered: true
      /**
       * Each way to read it: `i.` is the first of the Roman numbers and the ninth letter. The number
       * is null where only the order tells it, as with letters of other scripts.
       */
      readings: readonly { numbering: Numbering; number: number | null }[]
    }

const BULLET: Marker = { ordered: false }

/** The number zero in scripts with digits of their own. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50]

const COUNTER = String.raw`(?:\d+|[ivxlcdm]+|\p{L})`

/** Two counters with a bracket between them. */
const CITED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${COUNTER}[^\p{L}\p{N}]*[()[\]][^\p{L}\p{N}]*${COUNTER}(?![\p{L}\p{N}])`,
  'iu',
)

/** Reads a marker such as `·`, `3.`, `(b)`, `iv)`, `2.1.4`, `1.a.`, `2nd` or `Step 2:`. */
export function readMarker(written: string): Marker {
  const text = plain(written)
  const number = /(\d+)(?:st|nd|rd|th|[ºª°])?[^\p{L}\p{N}]*$/iu.exec(text)?.[1]
  if (number !== undefined) {
    return { ordered: true, readings: [{ numbering: null, number: Number(number) }] }
  }
  const chinese = '一二三四五六七八九十'.indexOf(
    /^\(?([一二三四五六七八九十])[、.)]/.exec(text)?.[1] ?? '?',
  )
  if (chinese >= 0) {
    return { ordered: true, readings: [{ numbering: null, number: chinese + 1 }] }
  }
  // A letter without a sign behind it is a bullet in one of the symbol fonts.
  const letters = /(?:^|[^\p{L}])([a-z]{1,9}|[A-Z]{1,9})[.):\]]+$/u.exec(text)?.[1]
  if (letters === undefined) {
    const isCounted = /^\(?[^\P{L}a-z]{1,2}[.)]$/iu.test(text)
    return isCounted ? { ordered: true, readings: [{ numbering: null, number: null }] } : BULLET
  }
  const readings = [romanReading(letters), letterReading(letters)].filter((found) => found !== null)
  return readings.length > 0 ? { ordered: true, readings } : BULLET
}

/** Reads a marker whose numbering is known. `null` when it is not a number of that kind. */
export function numberOf(marker: string, numbering: Numbering): number | null {
  const read = readMarker(/[.):\]]\s*$/.test(marker.trim()) ? marker : `${marker.trim()}.`)
  if (!read.ordered) return null
  return read.readings.find((reading) => reading.numbering === numbering)?.number ?? null
}

/**
 * Whether a marker says what no list of HTML shows, so that it has to stay as words: a citation of
 * several counters such as `(B)(1)`, or a word without a number such as `Note:`.
 */
export function isWording(marker: string): boolean {
  const text = plain(marker)
  if (CITED.test(text)) return true
  return !readMarker(text).ordered && /\p{L}{3}/u.test(text)
}

function plain(marker: string): string {
  return marker
    .normalize('NFKC')
    .replaceAll(/\p{Nd}/gu, (digit) => {
      const code = digit.codePointAt(0) ?? 0
      const zero = ZEROS.find((start) => code >= start && code < start + 10)
      return zero === undefined ? digit : String(code - zero)
    })
    .replaceAll(/[\s\u00a0\u200b]+/g, ' ')
    .trim()
}

function letterReading(letters: string): { numbering: Numbering; number: number } | null {
  const code = letters.toLowerCase().charCodeAt(0) - 96
  // After z Word goes on with aa, bb, cc.
  const repeated = letters === letters.charAt(0).repeat(letters.length)
  if (!repeated) return null
  const numbering = letters === letters.toLowerCase() ? 'a' : 'A'
  return { numbering, number: code + 26 * (letters.length - 1) }
}

function romanReading(letters: string): { numbering: Numbering; number: number } | null {
  const lower = letters.toLowerCase()
  const number = romanNumber(lower)
  return number === null ? null : { numbering: letters === lower ? 'i' : 'I', number }
}

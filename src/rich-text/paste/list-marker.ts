/** How a list counts, as the `type` of `<ol>` says it; null means 1, 2, 3. */
export type Numbering = 'a' | 'A' | 'i' | 'I' | null

/** What stands in front of an item. */
export type Marker =
  | { ordered: false }
  | {
      ordered: true
      /** Each way to read it: `i.` is the first of the Roman numbers and the ninth letter. */
      readings: readonly { numbering: Numbering; number: number }[]
    }

const BULLET: Marker = { ordered: false }

/** Reads a marker such as `·`, `3.`, `(b)`, `iv)`, `2.1.4` or `Step 2:`. */
export function readMarker(written: string): Marker {
  const text = written
    .normalize('NFKC')
    .replaceAll(/[\s\u00a0\u200b]+/g, ' ')
    .trim()
  const number = /(\d+)[^\d]*$/.exec(text)?.[1]
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
  const letters = /(?:^|[^\p{L}])([a-z]{1,6}|[A-Z]{1,6})[.):\]]$/u.exec(text)?.[1]
  if (letters === undefined) return BULLET
  const readings = [romanReading(letters), letterReading(letters)].filter((found) => found !== null)
  return readings.length > 0 ? { ordered: true, readings } : BULLET
}

/** Reads a marker whose numbering is known. `null` when it is not a number of that kind. */
export function numberOf(marker: string, numbering: Numbering): number | null {
  const read = readMarker(/[.):\]]\s*$/.test(marker.trim()) ? marker : `${marker.trim()}.`)
  if (!read.ordered) return null
  return read.readings.find((reading) => reading.numbering === numbering)?.number ?? null
}

function letterReading(letters: string): { numbering: Numbering; number: number } | null {
  const code = letters.toLowerCase().charCodeAt(0) - 96
  // After z Word goes on with aa, bb, cc.
  const repeated = letters === letters.charAt(0).repeat(letters.length)
  if (!repeated) return null
  const numbering = letters === letters.toLowerCase() ? 'a' : 'A'
  return { numbering, number: code + 26 * (letters.length - 1) }
}

const ROMAN = [
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const

function romanReading(letters: string): { numbering: Numbering; number: number } | null {
  const lower = letters.toLowerCase()
  if (!/^x{0,3}(?:ix|iv|v?i{0,3})$/.test(lower)) return null
  let number = 0
  let rest = lower
  for (const [sign, value] of ROMAN) {
    while (rest.startsWith(sign)) {
      number += value
      rest = rest.slice(sign.length)
    }
  }
  return { numbering: letters === lower ? 'i' : 'I', number }
}

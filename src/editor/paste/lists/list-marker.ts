const SIGNS = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const
/** Signs that nobody begins a sentence with. `o`, `§` and the like count only in front of a gap. */
const SIGN = String.raw`[•●○◦▪▫■□◆◇‣⁃∙·➢➤✓✔\uf0a7\uf0b7\uf0d8\uf0fc]`

const NUMBER = String.raw`\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[A-Z]|[ivx]{2,5})[.)]`

/** A tab, as Word and browsers write it. */
const GAP = String.raw`(?:[ \n]*(?:\u00a0[ \n]*\u00a0|[\t\u2002\u2003])[\s\u00a0]*)`

const SIGNED = new RegExp(String.raw`^[\s\u00a0]*(${SIGN})[\s\u00a0]+(?=\S)`)

const TABBED = new RegExp(String.raw`^[\s\u00a0]*(${SIGN}|${NUMBER}|[-–—*o§])${GAP}(?=\S)`)

const IN_ITEM = new RegExp(
  String.raw`^[\s\u00a0]*(${SIGN}|${NUMBER}|[-–—*])(?:[\s\u00a0]+(?=\S)|$)`,
)

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

/** The marker that a line of text begins with, and its length with the gap behind it. */
export function leadingMarker(text: string): { marker: string; length: number } | null {
  const found = SIGNED.exec(text) ?? TABBED.exec(text)
  return found ? { marker: found[1] ?? '', length: found[0].length } : null
}

/**
 * The marker that somebody typed in front of the text of an item, as `leadingMarker` has it. One space
 * is gap enough in a list, and none is needed behind an element that holds nothing else.
 */
export function typedInItem(item: Element): { marker: string; length: number } | null {
  const walker = item.ownerDocument.createTreeWalker(item, NodeFilter.SHOW_TEXT)
  let offset = 0
  while (walker.nextNode()) {
    const { nodeValue, parentElement } = walker.currentNode
    const text = nodeValue ?? ''
    if (text.trim() === '') {
      offset += text.length
      continue
    }
    if (parentElement?.closest('li') !== item || parentElement.closest('pre')) return null
    const isAlone = parentElement !== item && IN_ITEM.exec(text)?.[0] === text
    const rest = (item.textContent ?? '').slice(offset)
    const found = IN_ITEM.exec(rest) ?? (isAlone ? IN_ITEM.exec(text) : null)
    if (!found || found[0].length === rest.length) return null
    return { marker: found[1] ?? '', length: offset + found[0].length }
  }
  return null
}

/** Takes the marker and the gap from the start of a block, in place; null when there is none. */
export function takeLeading(block: Element): string | null {
  const found = leadingMarker(block.textContent ?? '')
  if (!found) return null
  let left = found.length
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  while (left > 0 && walker.nextNode()) {
    const text = walker.currentNode.nodeValue ?? ''
    walker.currentNode.nodeValue = text.slice(left)
    left -= text.length
  }
  return found.marker
}

/** The value of a Roman number in lower case; null when it is not one. */
function romanNumber(letters: string): number | null {
  if (!/^(?=.)m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(letters))
    return null
  let number = 0
  let rest = letters
  for (const [sign, value] of SIGNS) {
    while (rest.startsWith(sign)) {
      number += value
      rest = rest.slice(sign.length)
    }
  }
  return number
}

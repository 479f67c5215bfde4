/** What stands in front of a question or of a choice. */
export type Marker = {
  kind: 'worded' | 'number' | 'letter' | 'box' | 'bullet'
  /** What markers of the same list share: `1.` and `2.` do, `1)` does not. */
  style: string
  /** Its place in its list; null for signs. */
  number: number | null
  /** Its length with the gap behind it. */
  length: number
}

const WORDED =
  /^(?:Q|F|Frage|Question|Pregunta|Item|Aufgabe|Aussage|Statement|Task)\.?\s*(?:Nr\.?|No\.?|n[°º])?\s*(\d{1,3})[a-z]?(?:\s*[.:)\]–—-]+\s*|\s*$)/iu
/** Qualtrics writes its codes without a sign behind them. */
const CODE = /^Q(\d{1,3}(?:[._]\d{1,3})?)[.:)]?(?:\s+(?=\S)|$)/u
/** Without a dot at its end a decimal number is a marker only before a capital: `1.5 hours` is none. */
const DECIMAL = /^\d{1,3}((?:\.\d{1,3}){1,3})(?:[.):]+\s*(?=\D)|\s+(?=[\p{Lu}¿]))/u
const NUMBER = /^(\(?)(\d{1,3})\s?(\.\)|[.):])\s*(?=[^\d\s]|\s\S|$)/u
/** Numbers that are points of a scale. */
const POINT = /^(-?\d{1,2})(\s*=\s*|\s+[-–—]\s+)(?=[^\d\s])/u
const LETTER = /^(\(?)([a-z]|[ivx]{2,5})(\.\)|[.)])\s+(?=\S)/iu
const BOX = /^(?:[○□☐◯⚪⭘❑❒❏☑☒]|\( ?\)|\[ ?[xX]?\])\s*/u
const BULLET =
  /^(?:[•●◦▪▫■◆◇‣⁃∙·・➢➤✓✔\uf0a7\uf0b7\uf0d8\uf0fc\uf0a8\uf06f]\s*|[-–—*](?:\s+)(?=\S))/u
/** Word's round bullet is this letter and a tab when it is copied as text. */
const LETTER_O = /^o(?:\t| {2,})\s*(?=\S)/u

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

/**
 * The marker that a line begins with, or null. Takes the line without its indent.
 *
 * @param follows whether a letter may stand at this place of its list; a letter that may not is part of
 *   the text, as in `J. Smith`
 */
export function readMarker(
  text: string,
  follows: (style: string, number: number) => boolean,
): Marker | null {
  return numbered(text) ?? lettered(text, follows) ?? signed(text)
}

function numbered(text: string): Marker | null {
  const worded = CODE.exec(text) ?? WORDED.exec(text)
  if (worded)
    return marker(
      'worded',
      'worded',
      Number.parseInt(worded[1]?.split(/[._]/).at(-1) ?? '', 10),
      worded,
    )
  const decimal = DECIMAL.exec(text)
  if (decimal) return marker('number', 'decimal', Number(decimal[1]?.split('.').at(-1)), decimal)
  const point = POINT.exec(text)
  if (point && !/\d\s*=/.test(text.slice(point[0].length)))
    return marker('number', 'point', Number(point[1]), point)
  const found = NUMBER.exec(text)
  return found && marker('number', `1${found[1]}${found[3]}`, Number(found[2]), found)
}

function lettered(text: string, follows: (style: string, number: number) => boolean) {
  const found = LETTER.exec(text)
  const letters = found?.[2] ?? ''
  if (!found) return null
  const isCapital = letters !== letters.toLowerCase()
  const signs = `${isCapital ? 'A' : 'a'}${found[1]}${found[3]}`
  const readings = [
    [`letter ${signs}`, letters.length === 1 ? letters.toLowerCase().charCodeAt(0) - 96 : 0],
    [`roman ${signs}`, ROMAN.indexOf(letters.toLowerCase()) + 1],
  ] as const
  const reading = readings.find(([style, number]) => number > 0 && follows(style, number))
  return reading ? marker('letter', reading[0], reading[1], found) : null
}

function signed(text: string): Marker | null {
  const box = BOX.exec(text)
  if (box) return marker('box', 'box', null, box)
  const bullet = BULLET.exec(text) ?? LETTER_O.exec(text)
  return bullet && marker('bullet', `bullet ${bullet[0].trim()}`, null, bullet)
}

function marker(
  kind: Marker['kind'],
  style: string,
  number: number | null,
  found: RegExpExecArray,
): Marker {
  return { kind, style, number, length: found[0].length }
}

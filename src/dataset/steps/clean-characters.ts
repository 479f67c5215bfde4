/**
 * Characters that nobody sees and no text needs: control characters other than tab and line ends, soft
 * hyphens, zero-width spaces, marks that turn the direction of what follows, and halves of surrogate
 * pairs. Joiners stay, because scripts and emoji need them.
 */
const INVISIBLE =
  /(?![\t\n\r\u0085])[\p{Cc}\p{Cs}\u00AD\u200B\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]/gu

/** A text without the characters that nobody sees. */
export function withoutInvisible(text: string): string {
  return text.replaceAll(INVISIBLE, '')
}

/** A text without spaces and line breaks at its ends. */
export function withoutOuterSpaces(text: string): string {
  return text.trim()
}

/** What Windows-1252 makes of the bytes 0x80 to 0x9F; where it has nothing, the byte stays a control. */
const SPECIAL = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'
const C = `[\\u0080-\\u00BF${SPECIAL}]`

/**
 * UTF-8 read as Windows-1252, piece by piece. Two letters side by side can also be meant ("„FPÖ“",
 * "CAFÉ !" with its own space), so that pieces count only where they are hardly ever words.
 */
const DAMAGED = new RegExp(
  [
    `[ÂÃ]${C}`,
    `(?<=\\p{Ll})[ÄÅ]${C}|[ÄÅ]${C}(?=\\p{Ll})`,
    `(?:[ÎÏÐÑÒ×ØÙ]${C}){2,}`,
    `â[€‚„†ˆ‰˜™šœ\\u0080-\\u009D]${C}`,
    `ï»¿`,
    `(?:[à-ï]${C}${C}){2,}`,
    `ð[Ÿ\\u009F]${C}${C}`,
  ].join('|'),
  'gu',
)

const BYTES: ReadonlyMap<string, number> = new Map(
  Array.from(SPECIAL, (character, index) => [character, 0x80 + index]),
)

/** A text whose UTF-8 was read as Windows-1252 ("donâ€™t") as it was meant; any other text as it is. */
export function repairEncoding(text: string): string {
  return text.replaceAll(DAMAGED, (piece) => {
    const bytes = Array.from(piece, (one) => BYTES.get(one) ?? one.charCodeAt(0))
    return decoded(bytes) ?? piece
  })
}

/** The smallest character that so many bytes may stand for. */
const SMALLEST = [0, 0, 0x80, 0x8_00, 0x1_00_00]

/** What UTF-8 makes of whole sequences of bytes; null when it allows one of them for no character. */
function decoded(bytes: readonly number[]): string | null {
  let text = ''
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0
    const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
    const code = bytes
      .slice(at + 1, at + length)
      .reduce((bits, byte) => (bits << 6) | (byte & 0x3f), lead & (0xff >> (length + 1)))
    const isCharacter = code >= (SMALLEST[length] ?? 0) && code <= 0x10_ff_ff
    if (!isCharacter || (code >= 0xd8_00 && code <= 0xdf_ff)) return null
    text += String.fromCodePoint(code)
    at += length
  }
  return text
}

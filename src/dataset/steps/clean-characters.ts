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
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes))
    } catch {
      return piece
    }
  })
}

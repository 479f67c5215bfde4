import { analyse } from 'chardet'

export interface Encoding {
  /** As `TextDecoder` names it. */
  readonly name: string
  readonly isGuess: boolean
}

/** How many zeros stand at even and at odd places. Text in UTF-16 has nearly all on one side. */
function countZeros(bytes: Uint8Array): readonly [even: number, odd: number] {
  let even = 0
  let odd = 0
  for (let at = 0; at < bytes.length; at += 1)
    if (bytes[at] === 0) {
      if (at % 2 === 0) even += 1
      else odd += 1
    }
  return [even, odd]
}

/**
 * The encoding that the first bytes of a file tell.
 *
 * @returns Null when only the whole file can tell.
 */
export function encodingOfStart(start: Uint8Array): Encoding | null {
  const [first, second, third] = start
  if (first === 0xef && second === 0xbb && third === 0xbf) return { name: 'utf-8', isGuess: false }
  if (first === 0xff && second === 0xfe) return { name: 'utf-16le', isGuess: false }
  if (first === 0xfe && second === 0xff) return { name: 'utf-16be', isGuess: false }
  const [even, odd] = countZeros(start)
  const few = start.length / 25
  if (odd > few && odd > even * 10) return { name: 'utf-16le', isGuess: true }
  if (even > few && even > odd * 10) return { name: 'utf-16be', isGuess: true }
  return null
}

/** The name that `TextDecoder` gives a label, or null when it knows no such encoding. */
export function encodingNamed(label: string): string | null {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}

/**
 * The likeliest encoding of bytes that are not UTF-8.
 *
 * @param sample Bytes of the file, among them those that are not UTF-8.
 */
export function guessEncoding(sample: Uint8Array): Encoding {
  const asUtf8 = new TextDecoder().decode(sample)
  let broken = 0
  let whole = 0
  for (const character of asUtf8)
    if (character === '\uFFFD') broken += 1
    else if (character > '\u007F') whole += 1
  // Long characters hardly ever come about by chance: this is UTF-8 with a few damaged bytes.
  if (whole > broken * 2) return { name: 'utf-8', isGuess: true }
  for (const { name } of analyse(sample)) {
    const known = encodingNamed(name)
    if (known !== null && !known.startsWith('utf-')) return { name: known, isGuess: true }
  }
  return { name: 'windows-1252', isGuess: true }
}

import { unescapeOnce } from './unescape-once.ts'

/** Escapes inside escapes are undone this often; nothing that a service writes comes near it. */
const MOST_LAYERS = 6
/** A shorter piece of base64 may be there by chance. */
const LEAST_BASE64 = 6

/** The bytes themselves and what is below each layer of their escapes. */
function layersOf(bytes: Buffer) {
  const layers = [bytes]
  for (let layer = bytes; layers.length <= MOST_LAYERS; layers.push(layer)) {
    const below = unescapeOnce(layer)
    if (below.length === layer.length) break
    layer = below
  }
  return layers
}

/**
 * The signs that base64 of any text with the token in it has for certain: three bytes make four signs,
 * so there are three ways to begin, and the signs at both ends depend on the neighbors of the token.
 */
function base64Of(token: string) {
  return [0, 1, 2]
    .map((offset) => {
      const whole = Buffer.from('\0'.repeat(offset) + token, 'latin1').toString('base64url')
      const bits = (offset + token.length) * 8
      return whole.slice(Math.ceil((offset * 8) / 6), Math.floor(bits / 6))
    })
    .filter((signs) => signs.length >= LEAST_BASE64)
}

/** The byte that each byte is read as in base64; 0 for white space, which is left out. */
const asBase64 = Uint8Array.from({ length: 256 }, (_, byte) => byte)
for (const space of Buffer.from(' \t\n\v\f\r')) asBase64[space] = 0
asBase64[0x2b] = 0x2d
asBase64[0x2f] = 0x5f
const BACKSLASH = 0x5c
const escapedSpaces = Buffer.from('nrt')

/** Base64 in its alphabet for addresses and without the ends of lines, as they are or as JSON has them. */
function plainBase64(bytes: Buffer) {
  const plain = Buffer.allocUnsafe(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = asBase64[bytes[at] ?? 0] ?? 0
    if (byte === BACKSLASH && escapedSpaces.includes(bytes[at + 1] ?? 0)) at += 1
    else if (byte !== 0) {
      plain[length] = byte
      length += 1
    }
  }
  return plain.subarray(0, length)
}

/**
 * Returns what tells whether bytes repeat a token: as it is, escaped as JSON, addresses and HTML escape,
 * one inside the other as well, or in base64 of either alphabet, alone or within a longer text.
 */
export function repeatsToken(token: string) {
  const wanted = layersOf(Buffer.from(token, 'latin1'))
  const encoded = base64Of(token)
  return (bytes: Uint8Array) =>
    layersOf(Buffer.from(bytes)).some((layer) => {
      if (wanted.some((signs) => layer.includes(signs))) return true
      const base64 = plainBase64(layer)
      return encoded.some((signs) => base64.includes(signs))
    })
}

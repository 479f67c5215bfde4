const named: Record<string, number> = { amp: 0x26, lt: 0x3c, gt: 0x3e, quot: 0x22, apos: 0x27 }
const REFERENCE = /^&(?:#x0{0,4}([0-9a-f]{2})|#0{0,4}(\d{2,3})|(amp|lt|gt|quot|apos));/i
const LONGEST_REFERENCE = 10

const BACKSLASH = 0x5c
const PERCENT = 0x25
const AMPERSAND = 0x26

/** The value of two hexadecimal digits; -1 for anything else. */
function hexAt(bytes: Buffer, at: number) {
  const digits = bytes.toString('latin1', at, at + 2)
  return /^[0-9a-f]{2}$/i.test(digits) ? parseInt(digits, 16) : -1
}

type Written = { code: number; length: number }

function percentAt(bytes: Buffer, at: number): Written | undefined {
  const code = hexAt(bytes, at + 1)
  return code < 0 ? undefined : { code, length: 3 }
}

function backslashAt(bytes: Buffer, at: number): Written | undefined {
  const next = bytes[at + 1] ?? 0
  if (next === 0x22 || next === 0x2f || next === BACKSLASH) return { code: next, length: 2 }
  if (next !== 0x75 || bytes[at + 2] !== 0x30 || bytes[at + 3] !== 0x30) return undefined
  const code = hexAt(bytes, at + 4)
  return code < 0 ? undefined : { code, length: 6 }
}

function referenceAt(bytes: Buffer, at: number): Written | undefined {
  const found = REFERENCE.exec(bytes.toString('latin1', at, at + LONGEST_REFERENCE))
  if (!found) return undefined
  const [{ length }, hex, decimal, name] = found
  const code = hex
    ? parseInt(hex, 16)
    : name
      ? (named[name.toLowerCase()] ?? 0)
      : Number(decimal ?? 0)
  return { code: code & 0xff, length }
}

const readers: Record<number, typeof percentAt> = {
  [BACKSLASH]: backslashAt,
  [PERCENT]: percentAt,
  [AMPERSAND]: referenceAt,
}

/**
 * The same bytes without one layer of what JSON, addresses and HTML write for a sign of ASCII: `\u0061`,
 * `\/`, `%61`, `&#97;`, `&amp;`. Whatever is no such escape stays.
 */
export function unescapeOnce(bytes: Buffer) {
  if (![BACKSLASH, PERCENT, AMPERSAND].some((sign) => bytes.includes(sign))) return bytes
  const plain = Buffer.allocUnsafe(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; length += 1) {
    const byte = bytes[at] ?? 0
    const written =
      byte === BACKSLASH || byte === PERCENT || byte === AMPERSAND
        ? readers[byte]?.(bytes, at)
        : undefined
    plain[length] = written?.code ?? byte
    at += written?.length ?? 1
  }
  return plain.subarray(0, length)
}

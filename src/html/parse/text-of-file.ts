/** What a file may begin with to say how it is written. */
const MARKS = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]

/** Browsers look for a declaration in the first kilobyte; some programs write a long head. */
const HEAD_LENGTH = 4096

/**
 * The text of a file that somebody chose or dropped, without a byte order mark; null when it is no
 * text. A byte order mark decides how it is read, else it is UTF-8. What cannot be UTF-8 has the
 * encoding that its HTML declares, else that of Windows in Western Europe. Throws what
 * `Blob.arrayBuffer` throws when the file cannot be read.
 */
export async function textOfFile(file: Blob): Promise<string | null> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const mark = MARKS.find((each) => each.bytes.every((byte, at) => bytes[at] === byte))
  if (mark) {
    const text = new TextDecoder(mark.encoding).decode(bytes)
    return text.includes('\0') ? null : text
  }
  if (bytes.includes(0)) return null
  return inStrictUtf8(bytes) ?? (bytes.some(isInNoText) ? null : inOlderEncoding(bytes))
}

function inStrictUtf8(bytes: Uint8Array<ArrayBuffer>): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Control characters that only binary files have. DOS ended texts with 0x1a, terminals write 0x1b. */
function isInNoText(byte: number): boolean {
  return byte < 0x09 || (byte > 0x0d && byte < 0x1a)
}

function inOlderEncoding(bytes: Uint8Array<ArrayBuffer>): string {
  const declared = declaredDecoder(bytes)
  if (declared) return declared.decode(bytes)
  const damaged = new TextDecoder().decode(bytes)
  return isMostlySound(damaged) ? damaged : new TextDecoder('windows-1252').decode(bytes)
}

/** Null where the declaration is wrong, too: it names what the bytes are not, or nothing known. */
function declaredDecoder(bytes: Uint8Array<ArrayBuffer>): TextDecoder | null {
  const head = new TextDecoder()
    .decode(bytes.subarray(0, HEAD_LENGTH))
    .replaceAll(/<!--[\s\S]*?-->/g, '')
  const [, label] =
    /<meta\s(?:[^>]*[\s;"'/])?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head) ??
    /^\s*<\?xml\s[^>]*\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head) ??
    []
  if (label === undefined) return null
  try {
    const decoder = new TextDecoder(label)
    return decoder.encoding.startsWith('utf-') ? null : decoder
  } catch {
    return null
  }
}

/** Whether a text is UTF-8 that was cut or damaged: other encodings hit its patterns only by chance. */
function isMostlySound(text: string): boolean {
  let sound = 0
  for (const character of text) {
    if (character === '\ufffd') sound -= 1
    else if (character > '\u007f') sound += 1
  }
  return sound > 0
}

/** A text whose lines end in line feeds, whatever system or program they come from. */
export function withLineFeeds(text: string): string {
  return text.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
}

const NAMED: Record<string, string> = {
  a: '\u0007',
  b: '\b',
  e: '\u001B',
  E: '\u001B',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

const BYTES = /(?:\\x[\da-fA-F]{1,2}|\\[0-7]{1,3})+/g
const ESCAPE = /\\(?:u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8})|c([\s\S])|([\s\S]))/g

/**
 * What bash makes of the inside of `$'…'`. Bytes written as `\xe2\x80\x99` are read as UTF-8, as a
 * terminal would.
 */
export function ansiText(written: string): string {
  const parts: string[] = []
  let from = 0
  // A backslash that is escaped begins no byte: the pieces between escaped backslashes are read alone.
  for (const { index } of written.matchAll(/\\\\/g)) {
    if (index < from) continue
    parts.push(unescaped(written.slice(from, index)), '\\')
    from = index + 2
  }
  parts.push(unescaped(written.slice(from)))
  return parts.join('')
}

function unescaped(written: string): string {
  return written
    .replaceAll(BYTES, (bytes) => {
      const numbers = [...bytes.matchAll(/\\(?:x([\da-fA-F]+)|([0-7]+))/g)].map(([, hex, octal]) =>
        hex === undefined ? Number.parseInt(octal ?? '0', 8) : Number.parseInt(hex, 16),
      )
      const text = new TextDecoder().decode(new Uint8Array(numbers))
      // What the bytes spell is read no second time.
      return text.replaceAll('\\', String.raw`\\`)
    })
    .replaceAll(ESCAPE, (all, short?: string, long?: string, control?: string, sign?: string) => {
      const code = short ?? long
      if (code !== undefined) return codePoint(Number.parseInt(code, 16))
      if (control !== undefined) return String.fromCharCode(control.charCodeAt(0) & 31)
      return NAMED[sign ?? ''] ?? (/["'?\\]/.test(sign ?? '') ? (sign ?? '') : all)
    })
}

/** A character by its number; the sign for what cannot be shown when there is none. */
export function codePoint(number: number): string {
  return number <= 0x10_ff_ff ? String.fromCodePoint(number) : '\uFFFD'
}

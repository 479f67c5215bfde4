import { codePoint } from '#import/commands/ansi-text.ts'

const NAMED: Record<string, string> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\n': '',
  '\r\n': '',
  '\u2028': '',
  '\u2029': '',
}

const ESCAPE =
  /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|u\{([\da-fA-F]{1,8})\}|0(?!\d)|(\r\n|[\s\S]))/g

/** What a literal of JavaScript, with its quotes or backticks, stands for. */
export function javascriptText(literal: string): string {
  const inner = literal.slice(1, -1)
  const text = literal.startsWith('`') ? inner.replaceAll('\r\n', '\n') : inner
  return text.replaceAll(
    ESCAPE,
    (_all, byte?: string, short?: string, long?: string, sign?: string) => {
      const hex = byte ?? short ?? long
      if (hex !== undefined) return codePoint(Number.parseInt(hex, 16))
      return sign === undefined ? '\0' : (NAMED[sign] ?? sign)
    },
  )
}

import { codePoint } from '#import/commands/ansi-text.ts'

const NAMED: Record<string, string> = {
  '\n': '',
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
}

const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|([\s\S]))/g

/** What a literal of Python, with its prefix and quotes, stands for; null when it is not one text. */
export function pythonText(literal: string): string | null {
  const [, prefix = '', quote = '', inner = ''] =
    /^([a-zA-Z]*)('''|"""|'|")([\s\S]*)\2$/.exec(literal) ?? []
  if (quote === '' || /b/i.test(prefix)) return null
  const text = inner.replaceAll('\r\n', '\n')
  const unescaped = /r/i.test(prefix) ? text : unescape(text)
  return /f/i.test(prefix) ? unescaped.replaceAll('{{', '{').replaceAll('}}', '}') : unescaped
}

function unescape(text: string) {
  return text.replaceAll(
    ESCAPE,
    (all: string, byte?: string, short?: string, long?: string, octal?: string, sign?: string) => {
      const hex = byte ?? short ?? long
      if (hex !== undefined) return codePoint(Number.parseInt(hex, 16))
      if (octal !== undefined) return codePoint(Number.parseInt(octal, 8))
      return NAMED[sign ?? ''] ?? all
    },
  )
}

import { parse, parseTree, type ParseError } from 'jsonc-parser'

/**
 * A JSON value, read as tolerantly as people write it: with comments, trailing commas, and line breaks
 * inside texts, which pages and terminals put there. Undefined when it is no JSON even so. Never throws.
 */
export function looseJson(text: string): unknown {
  const plain = text.replace(/^(?:\uFEFF|\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/, '')
  if (!/^[{[]/.test(plain)) return undefined
  return strict(plain) ?? withComments(plain) ?? withComments(mendLineBreaks(plain))
}

function strict(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function withComments(text: string): unknown {
  try {
    const errors: ParseError[] = []
    const value: unknown = parse(text, errors, { allowTrailingComma: true })
    return errors.length === 0 ? value : undefined
  } catch {
    // What is nested too deeply for the library.
    return undefined
  }
}

/** Writes line breaks and tabs inside `"…"` as `\n`, `\r` and `\t`. */
export function mendLineBreaks(text: string): string {
  return text.replaceAll(/"(?:[^"\\]|\\[\s\S])*"/g, (quoted) =>
    /[\n\r\t]/.test(quoted)
      ? quoted
          .replaceAll('\r\n', '\\n')
          .replaceAll('\n', '\\n')
          .replaceAll('\r', '\\n')
          .replaceAll('\t', '\\t')
      : quoted,
  )
}

/** How many beginnings of an object are tried at most. */
const MOST_TRIES = 50

/**
 * The JSON objects that stand in some other text: the answer below its headers, or the body that a
 * program in any language has as a text of its own. `marks` tells which texts are worth a try.
 */
export function jsonWithin(text: string, marks: (part: string) => boolean): unknown[] {
  const found = quotedJson(text, marks)
  return found.length > 0 ? found : bareJson(text, marks)
}

function quotedJson(text: string, marks: (part: string) => boolean): unknown[] {
  const found: unknown[] = []
  for (const [quoted] of text.matchAll(/"(?:[^"\\]|\\[\s\S])*"/g)) {
    if (!quoted.includes('{') || !marks(quoted)) continue
    const inner = strict(mendLineBreaks(quoted))
    const value = typeof inner === 'string' ? looseJson(inner) : undefined
    if (value !== undefined) found.push(value)
  }
  return found
}

function bareJson(text: string, marks: (part: string) => boolean): unknown[] {
  const found: unknown[] = []
  const mended = mendLineBreaks(text)
  let from = 0
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const start = nextObject(mended, from)
    if (start === -1 || !marks(mended.slice(start))) break
    const length = lengthOfObject(mended, start)
    const value = length === 0 ? undefined : withComments(mended.slice(start, start + length))
    if (value !== undefined) found.push(value)
    from = start + (value === undefined ? 1 : length)
  }
  return found
}

/** Where an object with a member begins next. */
function nextObject(text: string, from: number): number {
  const beginning = /\{\s*"/g
  beginning.lastIndex = from
  return beginning.exec(text)?.index ?? -1
}

function lengthOfObject(text: string, start: number): number {
  try {
    return parseTree(text.slice(start), [], { allowTrailingComma: true })?.length ?? 0
  } catch {
    return 0
  }
}

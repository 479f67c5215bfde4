import { parse, type ParseError } from 'jsonc-parser'
import { mendLineBreaks } from './mend-line-breaks.ts'

/** Texts, whether they end or not, comments and brackets. */
const SIGNS = /"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)|[[\]{}]/g

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' }

/**
 * What there is of a JSON value whose end is missing. Undefined for one that is whole, and for one that
 * has anything else wrong with it. Never throws.
 */
export function cutOffJson(text: string): unknown {
  const written = text.trimEnd()
  const missing = missingEnd(written)
  if (missing === '') return undefined
  // Half an escape says nothing.
  const kept = missing.startsWith('"') ? written.replace(/\\(?:u[\da-fA-F]{0,3})?$/, '') : written
  try {
    const errors: ParseError[] = []
    const whole = mendLineBreaks(kept + missing)
    const value: unknown = parse(whole, errors, { allowTrailingComma: true })
    const end = whole.length - missing.length
    return errors.every(({ offset, length }) => offset + length >= end) ? value : undefined
  } catch {
    // What is nested too deeply for the library.
    return undefined
  }
}

/** What would have to follow for everything to be closed; '' when the value ends, or is no value. */
function missingEnd(text: string): string {
  const open: string[] = []
  let quote = ''
  for (const { 0: sign, index } of text.matchAll(SIGNS)) {
    const closing = CLOSING[sign]
    if (closing) open.push(closing)
    else if (sign === '}' || sign === ']') {
      if (open.pop() !== sign || open.length === 0) return ''
    } else if (sign.startsWith('"') && index + sign.length === text.length && !isClosed(sign)) {
      quote = '"'
    }
  }
  return open.length === 0 ? '' : quote + open.toReversed().join('')
}

function isClosed(quoted: string) {
  return /^"(?:[^"\\]|\\[\s\S])*"$/.test(quoted)
}

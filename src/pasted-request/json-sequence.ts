import { parse, parseTree, type ParseError } from 'jsonc-parser'
import { mendLineBreaks } from './mend-line-breaks.ts'

/** What may stand behind JSON without being a part of it that was torn off. */
const APART = /^[^"{}[\]]*$/

/**
 * The JSON values of a text that holds several, one behind the other, and perhaps words behind them.
 * Null when anything else is in it, which may be a part of one of them.
 */
export function jsonSequence(text: string): unknown[] | null {
  const values: unknown[] = []
  let rest = mendLineBreaks(text)
  while (!APART.test(rest)) {
    rest = rest.replace(/^[\s,;]+/, '')
    const whole = /^[{[]/.test(rest) ? rest.slice(0, lengthOfValue(rest)) : ''
    const errors: ParseError[] = []
    const value: unknown = whole === '' ? undefined : parse(whole, errors, OPTIONS)
    if (value === undefined || errors.length > 0) return null
    values.push(value)
    rest = rest.slice(whole.length)
    // Members behind an object were inside of it before a bracket too many came between.
    if (/^\s*,\s*"[^"]*"\s*:/.test(rest)) return null
  }
  return values.length === 0 ? null : values
}

const OPTIONS = { allowTrailingComma: true }

function lengthOfValue(text: string): number {
  try {
    return parseTree(text, [], OPTIONS)?.length ?? 0
  } catch {
    // What is nested too deeply for the library.
    return 0
  }
}

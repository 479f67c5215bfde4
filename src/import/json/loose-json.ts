import { parse, parseTree, type ParseError } from 'jsonc-parser'
import { afterComments, mendLineBreaks } from './fix-line-breaks.ts'

/** Texts, whether they end or not, comments and brackets. */
const SIGNS = /"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)|[[\]{}]/g

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' }

/**
 * A JSON value, read as tolerantly as people write it: with comments, trailing commas, and line breaks
 * inside texts, which pages and terminals put there. Undefined when it is no JSON even so. Never throws.
 */
export function looseJson(text: string): unknown {
  const plain = afterComments(text)
  if (!/^[{[]/.test(plain)) return undefined
  return strict(plain) ?? withComments(plain) ?? withComments(mendLineBreaks(plain))
}

/**
 * What there is of a JSON value that was cut off, read as tolerantly. Undefined when the text is none.
 * Never throws.
 */
export function beginningOfJson(text: string): unknown {
  const plain = afterComments(text)
  return /^[{[]/.test(plain) ? cutOffJson(plain) : undefined
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

type JsonWithin = {
  values: unknown[]
  /** Whether the end of the last one is missing. */
  isCutOff: boolean
  /** Whether one before them, which may be around them, is no JSON. */
  isPart: boolean
}

/** How many beginnings of an object are tried at most. */
const MOST_TRIES = 50

/**
 * The JSON objects that stand in some other text: the answer below its headers, or the body that a
 * program in any language has as a text of its own. `marks` tells which texts are worth a try.
 */
export function jsonWithin(text: string, marks: (part: string) => boolean): JsonWithin {
  const values = quotedJson(text, marks)
  return values.length > 0 ? { values, isCutOff: false, isPart: false } : bareJson(text, marks)
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

function bareJson(text: string, marks: (part: string) => boolean): JsonWithin {
  const values: unknown[] = []
  const mended = mendLineBreaks(text)
  let from = 0
  let isPart = false
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const start = nextObject(mended, from)
    if (start === -1 || !marks(mended.slice(start))) break
    const length = lengthOfObject(mended, start)
    const value = length === 0 ? undefined : withComments(mended.slice(start, start + length))
    if (value !== undefined) values.push(value)
    const beginning = value === undefined ? cutOffJson(mended.slice(start)) : undefined
    if (beginning !== undefined) {
      return { values: [...values, beginning], isCutOff: true, isPart }
    }
    isPart ||= value === undefined
    from = start + (value === undefined ? 1 : length)
  }
  return { values, isCutOff: false, isPart }
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

/**
 * What there is of a JSON value whose end is missing. Undefined for one that is whole, and for one that
 * has anything else wrong with it. Never throws.
 */
function cutOffJson(text: string): unknown {
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

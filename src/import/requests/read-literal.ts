import { hasMembers } from '#contract/json-value.ts'
import { afterComments, mendLineBreaks } from '#import/json/fix-line-breaks.ts'
import {
  jsonSource,
  nothingElse,
  type Found,
  isRequestLike,
  mentionsRequest,
  requestsIn,
} from './request-shape.ts'
import { beginningOfJson, looseJson } from '#import/json/loose-json.ts'
import { readLoneLiteral } from './program.ts'
import { parse, parseTree, type ParseError } from 'jsonc-parser'

/** What may stand behind JSON without being a part of it that was torn off. */
const APART = /^[^"{}[\]]*$/

const OPTIONS = { allowTrailingComma: true }

/**
 * The requests in a text that begins like JSON. Null when it holds none, and when it is damaged
 * elsewhere than at its end: what is left of it would lack what the damage hides, and not say so.
 */
export function readLiteral(text: string): Found | null {
  const plain = braced(afterComments(text))
  const value = looseJson(plain)
  if (value !== undefined) return found(requestsInside(value), false)
  const beginning = beginningOfJson(plain)
  if (beginning !== undefined) {
    const requests = requestsInside(beginning)
    return requests.some(holdsOuterMembers) ? null : found(requests, true)
  }
  const sequence = jsonSequence(plain)
  if (sequence) return found(sequence.flatMap(requestsInside), false)
  const program = readLoneLiteral(plain)
  if (!program || (program.isCutOff && program.requests.some(holdsOuterMembers))) return null
  return { ...nothingElse, ...program }
}

/** The text with the braces around its members, when only these were copied. */
function braced(text: string): string {
  if (!text.startsWith('"')) return text
  const opened = `{${text}`
  return looseJson(`${opened}}`) === undefined ? opened : `${opened}}`
}

function found(requests: Record<string, unknown>[], isCutOff: boolean): Found | null {
  if (requests.length === 0) return null
  return { source: jsonSource(requests), requests, ...nothingElse, isCutOff }
}

/** Whether it is not the end that is missing, but the brace behind the task details. */
function holdsOuterMembers({ task_details: details }: Record<string, unknown>) {
  return (
    hasMembers(details) &&
    ['name', 'workspace_id', 'dataset_id', 'batch_items'].some((name) => name in details)
  )
}

/** The requests in a value, or anywhere inside of it: as objects, or as texts in JSON. */
function requestsInside(value: unknown): Record<string, unknown>[] {
  const outer = requestsIn(value)
  if (outer.length > 0) return outer
  if (typeof value === 'string') {
    const inner = mentionsRequest(value) ? looseJson(value) : undefined
    return isRequestLike(inner) ? [inner] : []
  }
  return hasMembers(value) ? Object.values(value).flatMap(requestsInside) : []
}

/**
 * The JSON values of a text that holds several, one behind the other, and perhaps words behind them.
 * Null when anything else is in it, which may be a part of one of them.
 */
function jsonSequence(text: string): unknown[] | null {
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

function lengthOfValue(text: string): number {
  try {
    return parseTree(text, [], OPTIONS)?.length ?? 0
  } catch {
    // What is nested too deeply for the library.
    return 0
  }
}

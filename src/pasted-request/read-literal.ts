import { hasMembers } from '#contract/json-value.ts'
import { afterComments } from './begins-like-json.ts'
import { jsonSource, nothingElse, type Found } from './found.ts'
import { jsonSequence } from './json-sequence.ts'
import { beginningOfJson, looseJson } from './loose-json.ts'
import { readLoneLiteral } from './program.ts'
import { requestsInside } from './requests-inside.ts'

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

import { detailOf, fieldOrder, pathOf, taskTexts } from '#drafts/fields.ts'
import { hasMembers } from '#contract/json-value.ts'

export const nothingElse = { ignored: [], trouble: '', isCutOff: false }

const TEXTS: readonly string[] = taskTexts.map(detailOf)
const OTHERS = fieldOrder.map(pathOf).flatMap(([name = '', inner]) => (inner ? [] : [name]))

/** The names of all members that requests have, at any level. */
export const MEMBERS: readonly string[] = [...OTHERS, 'task_details', ...TEXTS]

/**
 * Whether a value is a request for a batch, a batch that the API answered, or as much of one as is worth
 * a draft: its task details, or two of the other members.
 */
export function isRequestLike(value: unknown): value is Record<string, unknown> {
  if (!hasMembers(value) || Array.isArray(value)) return false
  if ('task_details' in value || TEXTS.some((name) => name in value)) return true
  return OTHERS.filter((name) => name in value).length >= 2
}

/** Whether a text has a word in it that only requests have. */
export function mentionsRequest(text: string): boolean {
  return /task_(?:details|name|introduction|steps)|batch_items/.test(text)
}

/** The requests in a value: the value itself, each of a list, or the `results` of an answer. */
export function requestsIn(value: unknown): Record<string, unknown>[] {
  if (isRequestLike(value)) return [value]
  if (Array.isArray(value)) return value.filter(isRequestLike)
  return hasMembers(value) && Array.isArray(value['results'])
    ? value['results'].filter(isRequestLike)
    : []
}

/** Requests that were found in a text, before they become drafts. */
export type Found = {
  source: string
  requests: Record<string, unknown>[]
  ignored: string[]
  trouble: string
  /** Whether the end of the last one is missing. */
  isCutOff: boolean
}

/** What requests in JSON are called. A batch that the API answered has an id and a time; nobody sends those. */
export function jsonSource(requests: readonly Record<string, unknown>[]): string {
  const answered = requests.some((request) => 'id' in request || 'created_at' in request)
  return answered ? 'an answer of the API' : 'the JSON of a request'
}

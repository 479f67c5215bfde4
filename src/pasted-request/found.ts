/** Requests that were found in a text, before they become drafts. */
export type Found = {
  source: string
  requests: Record<string, unknown>[]
  ignored: string[]
  trouble: string
  /** Whether the end of the last one is missing. */
  isCutOff: boolean
}

export const nothingElse = { ignored: [], trouble: '', isCutOff: false }

/** What requests in JSON are called. A batch that the API answered has an id and a time; nobody sends those. */
export function jsonSource(requests: readonly Record<string, unknown>[]): string {
  const answered = requests.some((request) => 'id' in request || 'created_at' in request)
  return answered ? 'an answer of the API' : 'the JSON of a request'
}

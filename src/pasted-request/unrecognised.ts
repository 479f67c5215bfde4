import type { Pasted } from './pasted.ts'

/** The outcome for a text that gave nothing: why, in words that name a remedy, and at which line. */
export function unrecognised(reason: string, line: number | null = null): Pasted {
  const problem = { draft: '', line, field: '', reason }
  return { source: '', drafts: [], ignored: [], hadToken: false, problems: [problem] }
}

/** The outcome for a text for people, from which nothing is read by itself. */
export function noRequest(reason: string): Pasted {
  return { ...unrecognised(reason), isText: true }
}

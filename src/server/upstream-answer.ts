import { refuse } from './answers.ts'
import type { UpstreamResult } from './upstream.ts'

const words = {
  'not-sent': [502, 'Prolific could not be reached', 'Nothing was sent.'],
  'no-answer': [502, 'No answer from Prolific', 'It is not known whether Prolific acted on this.'],
  'too-late': [504, 'Prolific took too long', 'It is not known whether Prolific acted on this.'],
  unusable: [502, 'Unusable answer from Prolific', 'Prolific may have acted on this.'],
} as const

/** What the provider answered; where it did not, a refusal that says whether it may have acted. */
export function answerOf(result: UpstreamResult) {
  if (result.kind === 'answer') {
    const { status, headers, body } = result
    const bodiless = status === 204 || status === 205
    return new Response(bodiless ? null : new Uint8Array(body), { status, headers })
  }
  const [status, title, consequence] = words[result.kind]
  const information = result.kind === 'not-sent' ? 'not-sent' : 'outcome-unknown'
  return refuse(status, title, `${result.reason} ${consequence}`, { information })
}

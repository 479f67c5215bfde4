import { parseJson } from '#draft-files/parse-located.ts'
import { afterComments } from './begins-like-json.ts'
import type { Pasted } from './pasted.ts'
import { unrecognised } from './unrecognised.ts'

/** The outcome for a text that was meant to be JSON, told as of a file; `line` is where it begins. */
export function damaged(text: string, line = 1): Pasted {
  const parsed = parseJson(asObject(text.replace(/^\uFEFF/, '')), false)
  if (parsed.ok) return unrecognised('No request was found in this.')
  return unrecognised(parsed.reason, parsed.line && parsed.line + line - 1)
}

/** The text as an object, when the brace before its members was not copied. */
function asObject(text: string) {
  return afterComments(text).startsWith('"') ? text.replace('"', '{"') : text
}

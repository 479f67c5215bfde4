import { comesFrom, copyOf } from './members.ts'
import type { Scope } from './scope.ts'
import { COMPUTED } from './values.ts'

/** A text read as JSON, as `json.loads` and `JSON.parse` would. */
export function parsedText(text: unknown, scope: Scope): unknown {
  // What was written as JSON and is read again is a copy.
  if (typeof text !== 'string') return copyOf(text, scope)
  try {
    const value = copyOf(JSON.parse(text), scope)
    comesFrom(value, text)
    return value
  } catch {
    return COMPUTED
  }
}

import type * as z from 'zod/mini'
import { hasMembers } from '#contract/json-value.ts'

/** One thing that is wrong with a value: where, and why in words that name the remedy. */
export type Fault = { path: (string | number)[]; reason: string }

/** What an issue of a schema means for somebody who looks at the file. `value` is what was checked. */
export function faultsOf(issue: z.core.$ZodIssue, value: unknown): Fault[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)))
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      reason: 'There is no such field. Check how it is written, or remove it.',
    }))
  }
  return [{ path, reason: isMissing(value, path) ? 'This is missing.' : reasonOf(issue) }]
}

const nouns: Record<string, string> = {
  string: 'text',
  object: 'a group of fields',
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
}

function reasonOf(issue: z.core.$ZodIssue) {
  if (issue.code === 'invalid_type')
    return `This has to be ${nouns[issue.expected] ?? issue.expected}.`
  if (issue.code === 'invalid_value') {
    return `This has to be ${issue.values.map((value) => `“${String(value)}”`).join(' or ')}.`
  }
  if (issue.code === 'too_small') return 'There is nothing in this list.'
  if (issue.code === 'too_big') return `This list may have ${issue.maximum} entries.`
  return 'This is not what is expected here.'
}

function isMissing(value: unknown, path: readonly (string | number)[]) {
  let at = value
  for (const part of path) {
    if (!hasMembers(at) || !Object.hasOwn(at, part)) return true
    at = at[part]
  }
  return false
}

import type * as z from 'zod/mini'
import { valueAt } from '#contract/json-value.ts'
import { refuse } from '#server/http/answers.ts'

const wanted: Record<string, string> = {
  string: 'Must be a string.',
  object: 'Must be an object.',
  array: 'Must be a list.',
  boolean: 'Must be true or false.',
  int: 'Must be a whole number.',
  number: 'Must be a whole number.',
}

function word(issue: z.core.$ZodIssue, body: unknown) {
  if (valueAt(body, issue.path) === undefined) return 'This field is missing.'
  if (issue.code === 'invalid_type') return wanted[issue.expected] ?? 'Has the wrong type.'
  if (issue.code === 'too_small' && issue.origin !== 'number') return issue.message
  if (issue.code === 'too_small') return `Must be ${issue.minimum} or more.`
  return issue.code === 'custom' ? issue.message : 'Is not valid.'
}

/**
 * The 400 for a body that breaks its schema: `detail` maps each field, `task_details.task_name` for
 * one inside another, to what is wrong with it.
 */
export function refuseFields(error: z.core.$ZodError, body: unknown) {
  const fields = new Map<string, string[]>()
  for (const issue of error.issues) {
    const name = issue.path.map(String).join('.')
    fields.set(name, [...(fields.get(name) ?? []), word(issue, body)])
  }
  if (fields.has('')) return refuse(400, 'Bad request', 'The body must be a JSON object.')
  return refuse(400, 'Bad request', Object.fromEntries(fields))
}

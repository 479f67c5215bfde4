import type * as z from 'zod/mini'
import { valueAt } from '#contract/json-value.ts'

const articles: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

/** `options[1].label` for `['options', 1, 'label']`. */
function spell(path: readonly PropertyKey[]) {
  return path.reduce<string>(
    (words, key) =>
      typeof key === 'number' ? `${words}[${key}]` : `${words}${words && '.'}${String(key)}`,
    '',
  )
}

/**
 * What is wrong, in words, for one zod issue: `description is required`, `options[1].label must be
 * text`. Takes the issue, the value that its path starts in, and that path.
 */
export function wordSchemaIssue(
  issue: z.core.$ZodIssue,
  root: unknown,
  path: readonly PropertyKey[] = issue.path,
) {
  const name = spell(path)
  const about = (words: string) => (name ? `${name} ${words}` : words)
  if (valueAt(root, path) === undefined) return about('is required')
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) {
    return about(`must be one of: ${issue.options.join(', ')}`)
  }
  if (issue.code === 'invalid_type') {
    return about(`must be ${articles[issue.expected] ?? issue.expected}`)
  }
  if (issue.code === 'invalid_value') return about(`must be one of: ${issue.values.join(', ')}`)
  // Our own wording: a sentence that already names its field stands alone.
  return issue.message.startsWith('must ') ? about(issue.message) : issue.message
}

import * as z from 'zod/mini'

/** What the schemas of several kinds of question have in common. */
export const id = z.optional(z.string())

/** What is stored for a choice or a unit. */
export const Value = z.union([z.string(), z.number(), z.boolean()], {
  error: 'must be a string, a number or true/false',
})

export const question = {
  id,
  /** Known wording of the API: an empty question text counts as a missing one. */
  description: z.string().check(z.minLength(1, 'description is required')),
  helper_text: z.optional(z.string()),
}

export const typedQuestion = { ...question, placeholder_text_input: z.optional(z.string()) }

/** What may be typed as an answer: a text of so many characters, or a number. */
export const Validation = z
  .looseObject({
    type: z.enum(['string', 'number']),
    min: z.optional(z.nullable(z.number())),
    max: z.optional(z.nullable(z.number())),
  })
  .check(
    z.refine((rule) => (rule.min ?? -Infinity) <= (rule.max ?? Infinity), {
      path: ['min'],
      error: 'must not be greater than max',
    }),
    z.refine((rule) => rule.type === 'number' || isCharacterCount(rule.min), {
      path: ['min'],
      error: 'must be a whole number of characters, 0 or more',
    }),
    z.refine((rule) => rule.type === 'number' || isCharacterCount(rule.max), {
      path: ['max'],
      error: 'must be a whole number of characters, 0 or more',
    }),
  )

function isCharacterCount(bound: number | null | undefined) {
  return bound === null || bound === undefined || (Number.isInteger(bound) && bound >= 0)
}

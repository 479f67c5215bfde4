import * as z from 'zod/mini'
import { typedQuestion, Value } from './shared-members.ts'

type Choice = {
  answer_limit: number
  options: readonly { exclusive?: boolean | undefined }[]
}

const choiceRules = [
  z.refine<Choice>((item) => item.answer_limit === -1 || item.answer_limit >= 1, {
    path: ['answer_limit'],
    error: 'must be 1, a larger number, or -1 for any number',
  }),
  z.refine<Choice>((item) => item.answer_limit <= item.options.length, {
    error: 'answer_limit exceeds number of options',
  }),
  z.refine<Choice>((item) => item.answer_limit !== 1 || item.options.every((o) => !o.exclusive), {
    error: 'exclusive is not allowed when answer_limit is 1',
  }),
  z.refine<Choice>((item) => item.options.some((option) => !option.exclusive), {
    error: 'at least one option must not be exclusive',
  }),
] as const

const choice = {
  ...typedQuestion,
  answer_limit: z.int(),
  disable_dropdown: z.optional(z.boolean()),
}
const option = { label: z.string(), value: Value, exclusive: z.optional(z.boolean()) }
const atLeastOneOption = z.minLength(1, 'must contain at least one option')

/** A question that is answered by one or more of a list of choices. */
export const MultipleChoice = z
  .looseObject({
    type: z.literal('multiple_choice'),
    ...choice,
    options: z.array(z.looseObject(option)).check(atLeastOneOption),
  })
  .check(...choiceRules)

/** The same with a field to write in for each choice. */
export const MultipleChoiceWithFreeText = z
  .looseObject({
    type: z.literal('multiple_choice_with_free_text'),
    ...choice,
    options: z.array(z.looseObject({ ...option, heading: z.string() })).check(atLeastOneOption),
  })
  .check(...choiceRules)

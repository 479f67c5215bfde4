import * as z from 'zod/mini'
import { typedQuestion, Validation, Value } from './shared-members.ts'

/** A question that is answered in words. */
export const FreeText = z.looseObject({
  type: z.literal('free_text'),
  ...typedQuestion,
  validation: z.optional(Validation),
})

/** A question that is answered by an amount of something. */
export const FreeTextWithUnit = z
  .looseObject({
    type: z.literal('free_text_with_unit'),
    ...typedQuestion,
    unit_options: z
      .array(z.looseObject({ label: z.string(), value: Value, validation: z.optional(Validation) }))
      .check(z.minLength(2, 'must contain at least two units')),
    default_unit: z.optional(z.string()),
    unit_position: z.enum(['prefix', 'suffix']),
  })
  .check(
    z.refine(
      (item) =>
        item.default_unit === undefined ||
        item.unit_options.some((unit) => String(unit.value) === item.default_unit),
      { path: ['default_unit'], error: 'must be the value of one of the unit_options' },
    ),
  )

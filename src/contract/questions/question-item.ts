import * as z from 'zod/mini'

const id = z.optional(z.string())
/** Known wording of the API: an empty question text counts as a missing one. */
const description = z.string().check(z.minLength(1, 'description is required'))
const Value = z.union([z.string(), z.number(), z.boolean()], {
  error: 'must be a string, a number or true/false',
})

function isCharacterCount(bound: number | null | undefined) {
  return bound === null || bound === undefined || (Number.isInteger(bound) && bound >= 0)
}

const Validation = z
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

const question = {
  id,
  description,
  helper_text: z.optional(z.string()),
}
const typedQuestion = { ...question, placeholder_text_input: z.optional(z.string()) }

const DatasetField = z.looseObject({
  type: z.literal('dataset_field'),
  id,
  field: z.string().check(z.minLength(1, 'field is required')),
})

const Image = z.looseObject({
  type: z.literal('image'),
  id,
  url: z.string().check(
    z.refine((url) => URL.canParse(url) && new URL(url).protocol === 'https:', {
      error: 'must be an https:// address',
    }),
  ),
  alt_text: z.string(),
  caption: z.optional(z.string()),
})

const RichText = z.looseObject({
  type: z.literal('rich_text'),
  id,
  content: z.string(),
  content_format: z.optional(z.enum(['html', 'markdown'])),
})

const FreeText = z.looseObject({
  type: z.literal('free_text'),
  ...typedQuestion,
  validation: z.optional(Validation),
})

const FreeTextWithUnit = z
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

const MultipleChoice = z
  .looseObject({
    type: z.literal('multiple_choice'),
    ...choice,
    options: z.array(z.looseObject(option)).check(atLeastOneOption),
  })
  .check(...choiceRules)

const MultipleChoiceWithFreeText = z
  .looseObject({
    type: z.literal('multiple_choice_with_free_text'),
    ...choice,
    options: z.array(z.looseObject({ ...option, heading: z.string() })).check(atLeastOneOption),
  })
  .check(...choiceRules)

/** What the API takes when `file_upload` names no counts of its own. */
export const fileCountDefaults = { min: 1, max: 10 }

const FileUpload = z
  .looseObject({
    type: z.literal('file_upload'),
    ...question,
    accepted_file_types: z.optional(
      z.array(z.string().check(z.regex(/^\.\S+$/, 'must start with a dot, like ".jpg"'))),
    ),
    max_file_size_mb: z.optional(z.number().check(z.positive('must be greater than 0'))),
    min_file_count: z.optional(z.int().check(z.minimum(1, 'must be 1 or more'))),
    max_file_count: z.optional(z.int().check(z.minimum(1, 'must be 1 or more'))),
  })
  .check(
    z.refine(
      (item) =>
        (item.min_file_count ?? fileCountDefaults.min) <=
        (item.max_file_count ?? fileCountDefaults.max),
      {
        path: ['min_file_count'],
        error: 'must not be greater than max_file_count (10 if not set)',
      },
    ),
  )

const StarRating = z.looseObject({
  type: z.literal('star_rating'),
  ...question,
  max_stars: z.optional(
    z.int().check(z.minimum(1, 'must be from 1 to 10'), z.maximum(10, 'must be from 1 to 10')),
  ),
})

/** Documented by name only, so nothing but its question text is insisted on. */
const VideoNarration = z.looseObject({ type: z.literal('video_narration'), ...question })

/** One thing on a participant's screen: a piece of the dataset, a content block or a question. */
export const BatchItem = z.discriminatedUnion('type', [
  DatasetField,
  Image,
  RichText,
  FreeText,
  FreeTextWithUnit,
  MultipleChoice,
  MultipleChoiceWithFreeText,
  FileUpload,
  StarRating,
  VideoNarration,
])
export type BatchItem = z.infer<typeof BatchItem>

export const batchItemTypes: readonly string[] = BatchItem.def.options.flatMap((variant) => [
  ...variant.shape.type.def.values,
])

const shownNotAsked: ReadonlySet<string> = new Set(['dataset_field', 'image', 'rich_text'])

/** Whether participants answer this item (an "instruction" in the API's words) or only see it. */
export function isQuestion(item: { type: string }) {
  return !shownNotAsked.has(item.type)
}

/** Whether a page that is shown once, before or after the loop over the dataset, may hold it. */
export function isContentBlock(item: { type: string }) {
  return item.type === 'image' || item.type === 'rich_text'
}

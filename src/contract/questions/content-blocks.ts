import * as z from 'zod/mini'
import { id } from './shared-members.ts'

/** A column of the dataset: its value for the item that is being answered. */
export const DatasetField = z.looseObject({
  type: z.literal('dataset_field'),
  id,
  field: z.string().check(z.minLength(1, 'field is required')),
})

/** A picture that is the same for every item. */
export const Image = z.looseObject({
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

/** Text between the questions. */
export const RichText = z.looseObject({
  type: z.literal('rich_text'),
  id,
  content: z.string(),
  content_format: z.optional(z.enum(['html', 'markdown'])),
})

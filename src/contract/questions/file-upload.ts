import * as z from 'zod/mini'
import { question } from './shared-members.ts'

/** What the API takes when `file_upload` names no counts of its own. */
export const fileCountDefaults = { min: 1, max: 10 }

/** A question that is answered by files. */
export const FileUpload = z
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

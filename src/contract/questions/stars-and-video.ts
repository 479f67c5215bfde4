import * as z from 'zod/mini'
import { question } from './shared-members.ts'

/* Kinds that the API's published pages say little about. */

/** How many stars there are when `star_rating` does not say. */
export const DEFAULT_STARS = 5

/** A question that is answered by a number of stars. */
export const StarRating = z.looseObject({
  type: z.literal('star_rating'),
  ...question,
  max_stars: z.optional(
    z.int().check(z.minimum(1, 'must be from 1 to 10'), z.maximum(10, 'must be from 1 to 10')),
  ),
})

/** Documented by name only, so nothing but its question text is insisted on. */
export const VideoNarration = z.looseObject({ type: z.literal('video_narration'), ...question })

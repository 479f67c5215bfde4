import * as z from 'zod/mini'

/** Stand-in until the grammar is written: pages of rows of columns of items. */
export const BatchItems = z.array(z.looseObject({ rows: z.array(z.unknown()) }))
export type BatchItems = z.infer<typeof BatchItems>

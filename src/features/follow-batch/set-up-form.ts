import * as z from 'zod/mini'
import { SetupBatchRequest } from '#contract/batch.ts'

/**
 * What the set-up dialog asks for, and sends as it is: the API's request, with a whole number of items
 * per participant, and with a dataset where the batch has none.
 */
export function setUpForm({ needsDataset }: { needsDataset: boolean }) {
  return z
    .extend(SetupBatchRequest, {
      tasks_per_group: z
        .int('Enter a whole number, for example 10.')
        .check(z.minimum(1, 'Each participant needs at least 1 item.')),
    })
    .check(
      z.refine(({ dataset_id }) => !needsDataset || Boolean(dataset_id), {
        path: ['dataset_id'],
        message: 'Choose a dataset, or paste its id.',
      }),
    )
}

export type SetUpForm = z.infer<ReturnType<typeof setUpForm>>

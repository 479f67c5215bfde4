import * as z from 'zod/mini'
import { SetupBatchRequest } from '#contract/batch.ts'
import type { ApiError } from '#api/api-error.ts'
import { mayHaveHappened } from '#api/explain-failure.ts'
import type { FollowedStatus } from '#api/follow-status.ts'
import { counted } from '#ui/counted.ts'

const OWN_GROUPING = 'If your file has its own grouping column, that is used instead.'

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

/** The last look at a batch's status, as react-query keeps it. */
type LastLook = { data: FollowedStatus | undefined; dataUpdatedAt: number }

/**
 * What is known about a set-up that was sent and not answered with a yes: `refused` it was not begun,
 * `unknown` until somebody has looked at the batch since, then `begun` or `resting`. Only a resting
 * batch may be sent the same again.
 */
export function setUpOutcome({ failure, at }: ApiError, { data, dataUpdatedAt }: LastLook) {
  if (!mayHaveHappened(failure)) return 'refused'
  if (data === undefined || dataUpdatedAt < at) return 'unknown'
  return data.status === 'UNINITIALISED' ? 'resting' : 'begun'
}

/**
 * How a number of items falls into groups of a size. `last` is the size of the last group, null when
 * it is as large as the others or the only one. Null for unknown or no items, and for a size that is
 * no size (an emptied field).
 */
export function groupsOf(items: number | null, size: number | undefined) {
  if (items === null || items < 1) return null
  if (size === undefined || !Number.isInteger(size) || size < 1) return null
  const groups = Math.ceil(items / size)
  const rest = items % size
  return { groups, last: groups > 1 && rest > 0 ? rest : null }
}

const MOST_TO_BEGIN_WITH = 10
/** Smaller groups would fit evenly more often, and need many more participants. */
const FEWEST_TO_BEGIN_WITH = 6

/**
 * The group size that is proposed for a number of items: from 6 to 10, the one that leaves the last group
 * the closest to the others, the larger of two alike. All items where they are fewer; 10 where their
 * number is unknown.
 */
export function proposedSize(items: number | null) {
  if (items === null || items < 1) return MOST_TO_BEGIN_WITH
  if (items <= MOST_TO_BEGIN_WITH) return items
  const short = (size: number) => (size - (items % size)) % size
  let best = MOST_TO_BEGIN_WITH
  for (let size = best - 1; size >= FEWEST_TO_BEGIN_WITH; size -= 1) {
    if (short(size) < short(best)) best = size
  }
  return best
}

/** The line under the group size: how many groups there will be. `items` is null when unknown. */
export function groupsSentence(items: number | null, size: number | undefined) {
  if (items === null) {
    return `The number of items is not known here, so you see the number of groups only after set-up. ${OWN_GROUPING}`
  }
  if (items === 0) return 'This dataset has no items yet. Set-up may be refused.'
  const made = groupsOf(items, size)
  if (made === null) return OWN_GROUPING
  const verb = items === 1 ? 'makes' : 'make'
  const each = made.groups === 1 ? '' : sizesInWords(made, size ?? items)
  return `${counted(items, 'item')} ${verb} ${counted(made.groups, 'group')}${each}. ${OWN_GROUPING}`
}

function sizesInWords({ groups, last }: { groups: number; last: number | null }, size: number) {
  return last === null ? ` of ${size}` : `: ${groups - 1} of ${size} and a last one of ${last}`
}

import type { PracticeFaultId } from '#contract/practice-faults.ts'

/** How a set-up was started, stored with the batch. Times are milliseconds since 1970. */
export type SetUp = {
  ready_at: number
  /** The status once `ready_at` has passed. */
  ends_in: string
  task_count: number
  group_count: number
  /** How many items a group takes; unknown for set-ups of before 0.7 and of no meaning for own groups. */
  tasks_per_group?: number
}

/** A dataset as far as it matters to a set-up. */
type Material = {
  total_datapoint_count: number
  /** The groups of its own that its first so many rows name; null when it has none. */
  groupsUpTo: (rows: number) => number | null
}

type Pace = { now: number; processingMs: number }

/**
 * What setting up a batch with this dataset leads to. One item of the dataset makes one task; groups
 * take `tasksPerGroup` tasks each, the last one what is left, unless the file has groups of its own.
 */
export function planSetUp(
  dataset: Material,
  tasksPerGroup: number,
  fault: PracticeFaultId | undefined,
  { now, processingMs }: Pace,
): SetUp {
  const tasks = dataset.total_datapoint_count
  const endings: Partial<Record<PracticeFaultId, string>> = {
    'setup-fails': 'ERROR',
    'status-unknown': 'PAUSED_X',
  }
  const ends_in = (fault && endings[fault]) ?? 'READY'
  return {
    ready_at: now + (fault === 'setup-slow' ? 60_000 : processingMs),
    ends_in,
    task_count: ends_in === 'ERROR' ? 0 : tasks,
    group_count:
      ends_in === 'ERROR' ? 0 : (dataset.groupsUpTo(tasks) ?? Math.ceil(tasks / tasksPerGroup)),
    tasks_per_group: tasksPerGroup,
  }
}

/**
 * The state of a batch at a moment, worked out from what is stored, so that it is the same after a
 * restart. Without a set-up a batch rests at UNINITIALISED for ever.
 */
export function stateOf(setUp: SetUp | null, now: number) {
  if (!setUp) return { status: 'UNINITIALISED', task_count: 0, group_count: 0 }
  if (now < setUp.ready_at) return { status: 'PROCESSING', task_count: 0, group_count: 0 }
  return { status: setUp.ends_in, task_count: setUp.task_count, group_count: setUp.group_count }
}

import * as z from 'zod/mini'

/** What participants read. All three may hold HTML; the API documents no limits. */
export const TaskDetails = z.object({
  task_name: z.string(),
  task_introduction: z.string(),
  task_steps: z.string(),
})
export type TaskDetails = z.infer<typeof TaskDetails>

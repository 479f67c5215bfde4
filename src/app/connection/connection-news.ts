import * as z from 'zod/mini'
import { newId } from '#contract/new-id.ts'
import { Environment } from '#contract/environment.ts'
import { createChangeChannel } from '#storage/change-channel.ts'

const News = z.object({ place: Environment, from: z.string() })
type News = z.infer<typeof News>

const isNews = (data: unknown): data is News => News.safeParse(data).success
const channel = createChangeChannel('batch-composer-connection', isNews)
const thisTab = newId()

/** Tells the other tabs of this browser that an environment has another token, or none. */
export const announceConnection = (environment: Environment) =>
  channel.announce({ place: environment, from: thisTab })

/** Calls `listener` when another tab announces that; returns how to stop. */
export const onOthersConnection = (listener: (environment: Environment) => void) =>
  channel.listen(({ place: environment, from }) => {
    if (from !== thisTab) listener(environment)
  })

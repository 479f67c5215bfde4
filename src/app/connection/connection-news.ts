import * as z from 'zod/mini'
import { newId } from '#contract/new-id.ts'
import { Place } from '#contract/environment.ts'
import { createChangeChannel } from '#storage/change-channel.ts'

const News = z.object({ place: Place, from: z.string() })
type News = z.infer<typeof News>

const isNews = (data: unknown): data is News => News.safeParse(data).success
const channel = createChangeChannel('batch-composer-connection', isNews)
const thisTab = newId()

/** Tells the other tabs of this browser that a place has another token, or none. */
export const announceConnection = (place: Place) => channel.announce({ place, from: thisTab })

/** Calls `listener` when another tab announces that; returns how to stop. */
export const onOthersConnection = (listener: (place: Place) => void) =>
  channel.listen(({ place, from }) => {
    if (from !== thisTab) listener(place)
  })

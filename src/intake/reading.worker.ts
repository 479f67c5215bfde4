// The policy of a host may hold for workers too.
import '#contract/zod-jitless.ts'
import type { Place } from '#contract/place.ts'
import { answerPage } from '#html/answer-page.ts'
import { readPasted } from '#pasted-request/read-pasted.ts'

export type ReadingQuestion = { text: string; place: Place }

answerPage(({ data }: MessageEvent<ReadingQuestion>) => readPasted(data.text, data.place))

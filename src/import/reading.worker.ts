// The policy of a host may hold for workers too.
import '#contract/zod-jitless.ts'
import type { Environment } from '#contract/environment.ts'
import { answerPage } from '#html/worker/answer-page.ts'
import { readPasted } from '#import/requests/read-pasted.ts'

export type ReadingQuestion = { text: string; place: Environment }

answerPage(({ data }: MessageEvent<ReadingQuestion>) => readPasted(data.text, data.place))

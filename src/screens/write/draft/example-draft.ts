import { markedName, markOf } from './marked-name.ts'
import { sampleBatchItems } from '#contract/questions/batch-items.ts'
import { documentedExample } from '#contract/examples.ts'
import type { Environment } from '#contract/environment.ts'
import { withoutEnvironmentIds } from '#drafts/store/draft-texts.ts'
import { textsOfAnswer } from '#drafts/texts-of-answer.ts'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'

/**
 * The API's own sample as a draft, in Practice with its dataset and with questions, so that it can be
 * set up. Its ids exist in Practice alone. A failure that the present batch name is marked with stays to
 * be rehearsed.
 */
export function exampleDraft(environment: Environment, presentName = ''): BatchDraft {
  const texts = textsOfAnswer(documentedExample)
  return {
    ...(environment === 'practice'
      ? { ...texts, questions: JSON.stringify(sampleBatchItems, null, 2) }
      : withoutEnvironmentIds(texts)),
    batchName: markedName(texts.batchName, markOf(presentName)),
  }
}

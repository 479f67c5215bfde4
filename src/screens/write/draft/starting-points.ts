import { sampleBatchItems } from '#contract/questions/batch-items.ts'
import { documentedExample } from '#contract/examples.ts'
import type { Environment } from '#contract/environment.ts'
import { withoutEnvironmentIds } from '#drafts/store/draft-texts.ts'
import { textsOfAnswer } from '#drafts/texts-of-answer.ts'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'

const MARK = / ?![\w-]+$/

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
    batchName: markedName(texts.batchName, MARK.exec(presentName)?.[0].trim() ?? ''),
  }
}

/**
 * The batch name with the mark of a failure to rehearse at its end (`!429`), in place of any other mark.
 * What is no mark changes nothing.
 */
export function markedName(name: string, mark: string) {
  if (!/^![\w-]+$/.test(mark)) return name
  return `${name.replace(MARK, '') || 'Rehearsal'} ${mark}`
}

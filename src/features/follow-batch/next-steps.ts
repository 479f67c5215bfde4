import type { BatchFacts } from './batch-facts.ts'

export type StepName = 'created' | 'dataset' | 'questions' | 'set-up' | 'study'

export type Step = {
  name: StepName
  title: string
  /** `open` is for the reader to do, `running` is being done, `failed` cannot go on. */
  state: 'done' | 'open' | 'running' | 'failed'
}

/**
 * The five steps from a text to a study. A batch that has left "not set up yet" must have had a
 * dataset and questions, whatever its counts say. Whether a study exists is not known to the batch.
 */
export function nextSteps(status: string, facts: BatchFacts): Step[] {
  const begun = status === 'PROCESSING' || status === 'READY' || status === 'ERROR'
  return [
    { name: 'created', title: 'Batch created', state: 'done' },
    { name: 'dataset', title: 'Dataset attached', state: doneIf(facts.hasDataset || begun) },
    { name: 'questions', title: 'Questions added', state: doneIf(facts.hasQuestions || begun) },
    { name: 'set-up', title: 'Set up', state: setUpState(status) },
    { name: 'study', title: 'Study made in Prolific', state: 'open' },
  ]
}

function doneIf(done: boolean) {
  return done ? 'done' : 'open'
}

function setUpState(status: string): Step['state'] {
  switch (status) {
    case 'PROCESSING':
      return 'running'
    case 'READY':
      return 'done'
    case 'ERROR':
      return 'failed'
    default:
      return 'open'
  }
}

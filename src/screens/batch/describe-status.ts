import { statusWord, type StatusTone } from '#api/status-word.ts'
import type { Backend } from '#contract/app-config.ts'
import { counted } from '#ui/counted.ts'
import { shortMoment } from '#ui/moment.ts'
import type { BatchFacts } from './batch-facts.ts'

/** What there is to do next: it decides the page's one primary action. */
export type StatusNext = 'add-questions' | 'set-up' | 'wait' | 'make-study' | 'start-again' | 'none'

export type StatusStory = {
  word: string
  tone: StatusTone
  sentence: string
  next: StatusNext
  /** Whether following is over, so that the last word is worth announcing in full. */
  ended: boolean
  /** Whether it takes so long that a look on demand is offered. */
  overdue: boolean
}

export type StatusSeen = {
  status: string
  /** How many tasks and groups the batch holds under this very status; null when not known. */
  tasks: number | null
  groups: number | null
  /** Since when the status is known to be so, and when it was last looked at. */
  since: number
  checkedAt: number
}

const OVERDUE_MS = 10 * 60_000

/** The words of a status: what it means and what happens next. */
export function describeStatus(
  seen: StatusSeen,
  facts: BatchFacts,
  { place: environment, name }: Pick<Backend, 'place' | 'name'>,
): StatusStory {
  const head = statusWord(seen.status, seen.tasks)
  const resting = { ...head, ended: false, overdue: false }

  switch (seen.status) {
    case 'UNINITIALISED':
      return {
        ...resting,
        sentence: `The batch is saved and waits for you. It does not change by itself. ${firstMissing(facts)}`,
        next: facts.hasQuestions ? 'set-up' : 'add-questions',
      }
    case 'PROCESSING': {
      const overdue = seen.checkedAt - seen.since >= OVERDUE_MS
      return {
        ...resting,
        sentence: overdue ? stillWorking(seen) : working(facts, name, environment === 'practice'),
        next: 'wait',
        overdue,
      }
    }
    case 'READY':
      return seen.tasks === 0
        ? {
            ...resting,
            sentence:
              'There are no tasks in it. Check that the batch has questions and the dataset has items.',
            next: 'start-again',
            ended: true,
          }
        : { ...resting, sentence: ready(seen, facts), next: 'make-study', ended: true }
    case 'ERROR':
      return {
        ...resting,
        sentence:
          'The API gives no reason. Check the dataset file first: is it empty, or are rows broken? Your text is safe. Start a new batch from this one with another dataset.',
        next: 'start-again',
        ended: true,
      }
    default:
      return {
        ...resting,
        sentence:
          'This version does not know this status. It is checked again for half an hour, and whenever you ask.',
        next: 'none',
      }
  }
}

function firstMissing({ hasDataset, hasQuestions }: BatchFacts) {
  if (!hasDataset && !hasQuestions) return 'Attach a dataset, add questions, then set it up.'
  if (!hasDataset) return 'Choose a dataset and set it up.'
  if (!hasQuestions) return 'Add questions, then set it up.'
  return 'Set it up when the text is final.'
}

function working({ items }: BatchFacts, name: string, practice: boolean) {
  const source = items ? `your ${counted(items, 'item')}` : 'your items'
  const sentence = `${name} is making tasks from ${source}. You can close this page.`
  return practice ? `${sentence} Practice takes seconds; Prolific may take minutes.` : sentence
}

function stillWorking({ since, checkedAt }: StatusSeen) {
  const minutes = Math.floor((checkedAt - since) / 60_000)
  return `Still working after ${minutes} minutes. Larger datasets take longer. Last checked ${shortMoment(checkedAt)}.`
}

function ready({ tasks, groups }: StatusSeen, { items }: BatchFacts) {
  const amount = items ?? tasks
  const size =
    amount !== null && groups !== null
      ? `${counted(amount, 'item')} in ${counted(groups, 'group')}. `
      : ''
  return `${size}Nobody has been invited and nothing has been charged. Look at the task, then make a study with this batch in Prolific.`
}

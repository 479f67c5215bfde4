import type { ProfileName } from '#html/profile/profile-names.ts'
import type { TaskDetails } from '#contract/task-details.ts'
import type { Environment } from '#contract/environment.ts'
import type { Batch } from '#contract/answers.ts'
import { readQuestions } from '#contract/questions/written-questions.ts'
import { asShown } from '#drafts/as-sent.ts'
import type { Sent } from '#outbox/store/sent-texts.ts'
import type { DraftTexts } from '#drafts/store/draft-texts.ts'
import { type FieldName, formSwitches } from '#drafts/fields.ts'
import { textsOfAnswer } from '#drafts/texts-of-answer.ts'
import type { Shared } from './shared.ts'

/** A task as it is handed to other people. */
export type SharedTask = {
  place: Environment
  source: DraftSource | BatchSource
  batchName: string
  /** '' when none was chosen. */
  workspaceId: string
  datasetIds: readonly string[]
  /** What participants are shown: as a draft would be sent, or as a batch is stored. */
  texts: TaskDetails
  questions: readonly unknown[] | null
  /** What is switched on, of all that can be. */
  switchedOn: ReadonlySet<FieldName>
  /** What Prolific is taken to keep of the formatting, and whether the rest is not sent. */
  keeps: ProfileName
  onlyKept: boolean
}

export type DraftSource = {
  kind: 'draft'
  id: string
  /** Milliseconds since 1970; null when it was never stored. */
  changedAt: number | null
}

export type BatchSource = {
  kind: 'batch'
  id: string
  /** The API's own word. */
  status: string
  /** As the API gives it; null when it does not. */
  createdAt: string | null
  /** What was sent from this browser as its texts; null when that is not known here. */
  sent: Sent | null
}

/** What is shared, as other people see it. Needs a DOM. */
export function taskOf(shared: Shared): SharedTask {
  if (shared.kind === 'batch') return taskOfBatch(shared.place, shared.batch, shared.sent)
  const { id, changedAt, draft } = shared
  return taskOfDraft({ place: draft.place, id, changedAt, texts: draft.texts })
}

type GivenDraft = { place: Environment; id: string; changedAt: number | null; texts: DraftTexts }

/** A draft, with its texts as they would be sent. Needs a DOM. */
export function taskOfDraft({ place: environment, id, changedAt, texts }: GivenDraft): SharedTask {
  const datasetId = texts.datasetId.trim()
  return {
    place: environment,
    source: { kind: 'draft', id, changedAt },
    batchName: texts.batchName,
    workspaceId: texts.workspaceId.trim(),
    datasetIds: datasetId === '' ? [] : [datasetId],
    texts: asShown(texts, texts.onlyKept ? texts.keeps : undefined),
    // Those that cannot be read are not sent either.
    questions: readQuestions(texts.questions).items,
    switchedOn: switchedOnIn(texts),
    keeps: texts.keeps,
    onlyKept: texts.onlyKept,
  }
}

/**
 * A batch as it is stored. Nothing says what its writer took Prolific to keep, so the published list is
 * the yardstick.
 */
export function taskOfBatch(environment: Environment, batch: Batch, sent: Sent | null): SharedTask {
  return {
    place: environment,
    source: {
      kind: 'batch',
      id: batch.id,
      status: batch.status,
      createdAt: batch.created_at,
      sent,
    },
    batchName: batch.name,
    workspaceId: batch.workspace_id,
    datasetIds: batch.datasets.map(({ id }) => id),
    texts: batch.task_details ?? { task_name: '', task_introduction: '', task_steps: '' },
    questions: batch.batch_items,
    switchedOn: switchedOnIn(textsOfAnswer(batch)),
    keeps: 'published',
    onlyKept: false,
  }
}

function switchedOnIn(texts: DraftTexts): ReadonlySet<FieldName> {
  return new Set(formSwitches.filter((field) => texts[field]))
}

/** What is said of a task in the place of its questions when there are none. */
export function noQuestions({ source }: SharedTask) {
  return source.kind === 'draft'
    ? 'There are no questions yet that can be sent.'
    : 'No questions came with this batch.'
}

import { textNames } from '#html/words/task-texts.ts'
import type { DraftTexts } from './stored-draft.ts'

/** The fields of a draft that are written or chosen in the form itself. */
export type FieldName = Exclude<keyof DraftTexts, 'keeps' | 'onlyKept'>

/** What each field is called on the screen. */
export const fieldNames: Readonly<Record<FieldName, string>> = {
  ...textNames,
  datasetId: 'Dataset',
  questions: 'Questions',
  batchName: 'Batch name',
  workspaceId: 'Workspace',
}

/** The fields in the order of the screen. */
export const fieldOrder: readonly FieldName[] = [
  'taskTitle',
  'introduction',
  'steps',
  'datasetId',
  'questions',
  'batchName',
  'workspaceId',
]

const required = ['taskTitle', 'introduction', 'steps', 'batchName', 'workspaceId'] as const

/** The required fields that hold nothing yet. Editors report an empty document as ''. */
export function missingFields(texts: DraftTexts): FieldName[] {
  return required.filter((field) => texts[field].trim() === '')
}

/** "1 thing missing", "2 things missing". */
export function countMissing(missing: readonly FieldName[]) {
  return missing.length === 1 ? '1 thing missing' : `${missing.length} things missing`
}

/** The names of missing fields as a list: "Steps, Workspace". */
export function nameMissing(missing: readonly FieldName[]) {
  return missing.map((field) => fieldNames[field]).join(', ')
}

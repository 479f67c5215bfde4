import { documentedExample } from '#contract/examples.ts'
import type { Place } from '#contract/environment.ts'
import { blankTexts } from '#drafts/store/stored-draft.ts'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'

const MARK = / ?![\w-]+$/

/**
 * The API's own sample as a draft. Its ids exist in Practice alone. A failure that the present batch
 * name is marked with stays to be rehearsed.
 */
export function exampleDraft(place: Place, presentName = ''): BatchDraft {
  const { name, workspace_id, dataset_id, task_details } = documentedExample
  const practice = place === 'practice'
  return {
    ...blankTexts,
    taskTitle: task_details.task_name,
    introduction: task_details.task_introduction,
    steps: task_details.task_steps,
    batchName: markedName(name, MARK.exec(presentName)?.[0].trim() ?? ''),
    datasetId: practice ? dataset_id : '',
    workspaceId: practice ? workspace_id : '',
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

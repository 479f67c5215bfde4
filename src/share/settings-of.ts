import { isQuestion } from '#contract/questions/question-item.ts'
import { layoutItems } from '#contract/questions/layout-items.ts'
import { profiles } from '#html/profile/profiles.ts'
import { formSwitches, labelOf } from '#drafts/fields.ts'
import { counted } from '#ui/counted.ts'
import type { SharedTask } from './shared-task.ts'

/** What people call the environment and the workspace; null for a workspace that no list names. */
export type Names = { place: string; workspace: string | null }

/** What a task is set to besides its texts, as terms and values for people. */
export function settingsOf(task: SharedTask, { place, workspace }: Names): [string, string][] {
  const { batchName, workspaceId, datasetIds, questions, switchedOn, keeps, onlyKept } = task
  const { name, source, readOn } = profiles[keeps]
  return [
    ['Batch name', batchName || 'None yet'],
    ['Made for', place],
    ['Workspace', workspaceWords(workspaceId, workspace)],
    ['Dataset', datasetIds.join(', ') || 'None yet'],
    ['Questions', questionWords(questions)],
    ...formSwitches.map((field): [string, string] => [
      labelOf(field),
      switchedOn.has(field) ? 'Yes' : 'No',
    ]),
    [
      'What Prolific keeps',
      `Checked against “${name}” (${source}, read on ${readOn}).${onlyKept ? ' Only what that setting keeps is sent.' : ''}`,
    ],
  ]
}

function workspaceWords(id: string, title: string | null) {
  if (id === '') return 'None yet'
  return title ? `${title} (${id})` : id
}

/** "3 questions: 2 multiple choice, 1 free text" */
function questionWords(questions: readonly unknown[] | null) {
  const counts = new Map<string, number>()
  for (const { type } of layoutItems(questions)) {
    if (typeof type !== 'string' || !isQuestion({ type })) continue
    const kind = type.replaceAll('_', ' ')
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  const kinds = [...counts]
  if (kinds.length === 0) return 'None yet'
  const all = kinds.reduce((sum, [, count]) => sum + count, 0)
  return `${counted(all, 'question')}: ${kinds.map(([kind, count]) => `${count} ${kind}`).join(', ')}`
}

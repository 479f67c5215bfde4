import type { HandedTask } from '#handing-on/handed-task.ts'
import { localAndUtc } from '#ui/moment.ts'

/** Everything by which a task can be found again, as terms and values for people. */
export function idsAndTimes(task: HandedTask): [string, string][] {
  const { source, workspaceId, datasetIds } = task
  const common: [string, string][] = [
    ['Workspace id', workspaceId || 'None yet'],
    ['Dataset id', datasetIds.join(', ') || 'None yet'],
  ]
  if (source.kind === 'draft') {
    const changed = source.changedAt === null ? null : new Date(source.changedAt).toISOString()
    return [['Draft id', source.id], ...common, ['Last changed', timeWords(changed)]]
  }
  return [
    ['Batch id', source.id],
    ['API status', source.status || 'Not known'],
    ...common,
    ['Created', timeWords(source.createdAt)],
  ]
}

function timeWords(timestamp: string | null) {
  const time = localAndUtc(timestamp)
  return time ? `${time.local} (${time.utc})` : 'Not known'
}

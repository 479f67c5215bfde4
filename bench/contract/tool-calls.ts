import { documentedExample } from '#contract/examples.ts'
import { sampleBatchItems } from '#contract/questions/batch-items.ts'
import { addressOf } from '#contract/routes.ts'
import { runGettingStarted } from '#server/testing/tools/getting-started.ts'
import { officialTool } from '#server/testing/tools/official-tool.ts'
import type { Surroundings } from '#server/testing/tools/official-tool.ts'

const { workspace_id, task_details } = documentedExample
const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Makes the calls of the official command-line tool, with either kind of dataset and of questions. */
export async function makeToolCalls(around: Required<Surroundings>) {
  const tool = officialTool(around)
  await tool.whoami()
  await tool.workspaceList()
  await tool.projectList(workspace_id)
  await tool.balance(workspace_id)

  const fields = { review: { type: 'text' }, source: { type: 'metadata' } }
  const schema = { strict: false, fields }
  const typed = await tool.datasetCreate({ name: 'Typed', workspace_id, schema })
  await tool.datasetUpload(typed.id, 'rows.jsonl', bytesOf('{"review":"Good"}\n{"review":"Bad"}'))
  const common = { workspace_id, task_details, auto_sync_enabled: false }
  const { id } = await tool.batchCreate({
    ...common,
    name: 'With a layout',
    dataset_id: typed.id,
    batch_items: sampleBatchItems,
  })
  await tool.batchUpdate(id, { name: 'Changed', task_introduction: '<p>A & B</p>' })
  await tool.batchSetup(id, typed.id, 1)
  await tool.batchCheck(id)
  await tool.batchList(workspace_id)
  await tool.batchTasks(id)
  await tool.batchPreview(id)
  await tool.batchSync(id)
  await tool.batchResponses(id)
  await tool.batchExport(id)
  for (const { export_id } of await tool.exportList(id)) await tool.exportDelete(id, export_id)

  const plain = await tool.datasetCreate({ name: 'Plain', workspace_id })
  await tool.datasetUpload(plain.id, 'plain.csv', bytesOf('text\nfirst\nsecond\n'))
  const older = await tool.batchCreate({ ...common, name: 'Older', dataset_id: plain.id })
  const [instruction] = await tool.batchInstructions(older.id, [
    { type: 'free_text', created_by: 'Ada', description: 'Why?' },
  ])
  // The tool has no commands for these two.
  const address = `${around.base}/api${addressOf('listInstructions', older)}`
  const headers = { authorization: 'Token of-a-program', 'content-type': 'application/json' }
  const kept = { id: instruction?.id, type: 'free_text', description: 'Why not?' }
  const body = JSON.stringify({ instructions: [kept] })
  await around.fetch(address, { headers })
  await around.fetch(address, { method: 'PUT', headers, body })
  await tool.batchSetup(older.id, plain.id, 2)
  await tool.batchCheck(older.id)
}

/** Makes the calls of the getting-started program. */
export async function makeStarterCalls(around: Surroundings) {
  const bytes = bytesOf('prompt,response_a,response_b\nWhy?,This,That\n')
  await runGettingStarted(around, workspace_id, { name: 'response_pairs.csv', bytes })
}

// @vitest-environment node
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import { createApp } from '#server/app.ts'
import { openJournal } from '#server/gateway/journal.ts'
import { createPracticeBackend } from '#server/practice/backend.ts'
import { practiceUser } from '#server/practice/seeds.ts'
import { createRelay } from '#server/relay/relay.ts'
import { serveApp } from '#server/testing/http-fixture.ts'
import { runGettingStarted } from './getting-started.ts'
import { officialTool } from './official-tool.ts'

const { workspace_id, task_details } = documentedExample

/** The whole server behind a port, with a clock that goes on by three seconds between two polls. */
async function open() {
  const clock = { ms: Date.parse('2026-11-30T10:00:00.000Z') }
  const practice = createPracticeBackend({ now: () => clock.ms, processingMs: 4000 })
  const hosts = new Set<string>()
  const address = await serveApp(
    createApp({
      knowsHost: (host) => hosts.has(host),
      practice,
      prolific: createRelay({ url: 'http://127.0.0.1:9', token: undefined }),
      journal: openJournal({ path: ':memory:' }),
    }),
  )
  hosts.add(new URL(address).host)
  const wait = async () => {
    clock.ms += 3000
    // The file is read meanwhile, in turns of the event loop.
    await new Promise((next) => setImmediate(next))
  }
  return { practice, base: `${address}/practice`, wait }
}

const bytesOf = (text: string) => new TextEncoder().encode(text)

const schema = {
  strict: false,
  fields: {
    review: { type: 'text', label: 'Review' },
    photo: { type: 'image_url' },
    source: { type: 'metadata' },
    part: { type: 'task_group_id' },
  },
}
const batch_items = [
  {
    rows: [
      { columns: [{ items: [{ type: 'dataset_field', field: 'review' }] }] },
      { columns: [{ items: [{ type: 'free_text', description: 'Is it <kind> & fair?' }] }] },
    ],
  },
]

test('the official tool goes from a dataset to an export', async () => {
  const tool = officialTool(await open())
  expect((await tool.whoami()).id).toBe(practiceUser.id)
  expect((await tool.workspaceList()).results?.map(({ id }) => id)).toEqual([workspace_id])
  expect((await tool.projectList(workspace_id)).results).toHaveLength(1)
  expect((await tool.balance(workspace_id)).currency_code).toBe('GBP')

  const made = await tool.datasetCreate({ name: 'Reviews', workspace_id, schema })
  expect(made.schema_version).toBe(4)
  const rows = ['{"review":"Good","part":"1"}', 'no JSON', '{"review":"Bad","part":"2"}'].join('\n')
  const job = await tool.datasetUpload(made.id, 'my reviews ü.jsonl', bytesOf(rows))
  expect(job).toMatchObject({ status: 'partial', accepted_count: 2, rejected_count: 1 })

  const batch = await tool.batchCreate({
    name: 'From the tool',
    workspace_id,
    dataset_id: made.id,
    task_details,
    batch_items,
    auto_sync_enabled: false,
  })
  expect(batch.status).toBe('UNINITIALISED')
  expect((await tool.batchCheck(batch.id)).status).toBe('UNINITIALISED')
  expect((await tool.batchList(workspace_id)).results?.map(({ id }) => id)).toEqual([batch.id])
  const changed = await tool.batchUpdate(batch.id, { task_introduction: '<p>A & B</p>' })
  expect(changed.task_details?.task_name).toBe(task_details.task_name)
  await expect(tool.batchPreview(batch.id)).rejects.toThrow('no task groups')

  await tool.batchSetup(batch.id, made.id, 1)
  expect((await tool.batchCheck(batch.id)).status).toBe('READY')
  expect(await tool.batchView(batch.id)).toMatchObject({
    total_task_count: 2,
    total_task_groups: 2,
    total_instruction_count: 1,
  })
  expect(await tool.batchTasks(batch.id)).toHaveLength(2)
  expect(await tool.batchPreview(batch.id)).toMatch(/task-groups\/[\w-]{36}\?preview=true$/)
  expect((await tool.batchSync(batch.id)).status).toBe('complete')

  expect((await tool.batchResponses(batch.id)).meta?.count).toBe(0)
  expect(Object.keys(unzipSync(await tool.batchExport(batch.id)))).toContain('batch.json')
  const [job1] = await tool.exportList(batch.id)
  await tool.exportDelete(batch.id, job1?.export_id ?? '')
  expect(await tool.exportList(batch.id)).toEqual([])
})

test('the official tool sets up a CSV without a schema, with instructions of their own', async () => {
  const tool = officialTool(await open())
  const made = await tool.datasetCreate({ name: 'Plain', workspace_id })
  expect(made.status).toBe('UNINITIALISED')
  const job = await tool.datasetUpload(made.id, 'plain.csv', bytesOf('text\nfirst\nsecond\n'))
  expect(job).toMatchObject({ status: 'complete', accepted_count: 2 })
  const batch = await tool.batchCreate({
    name: 'With instructions',
    workspace_id,
    dataset_id: made.id,
    task_details,
    auto_sync_enabled: false,
  })
  const options = [
    { label: 'Yes', value: 'yes', heading: 'Say why' },
    { label: 'No', value: 'no', heading: 'Say why not' },
  ]
  const created_by = practiceUser.id
  const added = await tool.batchInstructions(batch.id, [
    { type: 'free_text', created_by, description: 'Why?' },
    {
      type: 'multiple_choice_with_free_text',
      created_by,
      description: 'Is it?',
      options,
      answer_limit: 1,
    },
  ])
  expect(added).toHaveLength(2)
  await tool.batchSetup(batch.id, made.id, 2)
  expect((await tool.batchCheck(batch.id)).status).toBe('READY')
  expect(await tool.batchView(batch.id)).toMatchObject({ total_task_groups: 1 })
})

test('the getting-started program sets a batch up and reads its report', async () => {
  const { practice, ...around } = await open()
  const rows = Array.from({ length: 24 }, (_, row) => `"${row}, ""quoted""",a & b,’é’`)
  const bytes = bytesOf(`prompt,response_a,response_b\n${rows.join('\n')}\n`)
  const kept = await runGettingStarted(around, workspace_id, { name: 'response_pairs.csv', bytes })
  expect(kept.datasetStates.at(-1)).toBe('READY')
  expect(kept.batchStates).toEqual(['PROCESSING', 'READY'])
  expect(kept.report).toBe(
    'DataPoint_ID,Task_Group_ID,Task_Type,Question,prompt,response_a,response_b\r\n',
  )
  const stored = practice.store.batch(kept.batchId)
  expect(stored?.set_up).toMatchObject({ task_count: 24, group_count: 3 })
  expect(stored?.request.instructions).toMatchObject([{ created_by: practiceUser.name }])
  expect(stored?.request.task_details).not.toHaveProperty('judgment')
})

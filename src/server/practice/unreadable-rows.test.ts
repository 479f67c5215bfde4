// @vitest-environment node
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, onTestFinished, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { documentedExample } from '#contract/examples.ts'
import { BatchList } from '#contract/answers.ts'
import { addressOf } from '#contract/routes.ts'
import { newDataFolder } from '#server/testing/built-server.ts'
import { callerOf } from '#server/testing/call-backend.ts'
import { createPracticeBackend } from './backend.ts'

const SECRET_WORDS = 'words-of-the-batch'

/** A stored request with another part of it. */
const requestWith = (changes: object) =>
  JSON.stringify({
    name: SECRET_WORDS,
    task_details: documentedExample.task_details,
    batch_items: null,
    auto_sync_enabled: false,
    ...changes,
  })

test.each<[string, string, string | bigint]>([
  ['is no JSON', 'request', `{"name":"${SECRET_WORDS}`],
  ['is empty', 'request', ''],
  ['is other JSON', 'request', `["${SECRET_WORDS}"]`],
  ['has no texts', 'request', requestWith({ task_details: null })],
  ['has a number for a name', 'request', requestWith({ name: 1 })],
  ['has questions that are no list', 'request', requestWith({ batch_items: {} })],
  [
    'is nested too deeply',
    'request',
    requestWith({}).replace('null', '['.repeat(50_000) + ']'.repeat(50_000)),
  ],
  ['is of a time that no date has', 'created_at', 8_640_000_000_000_001n],
  ['is of a time that no number has', 'created_at', 2n ** 62n],
])('a stored batch that %s hides no other', async (_what, column, value) => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  onTestFinished(() => written.mockRestore())
  const path = join(await newDataFolder(), 'practice.db')
  const first = createPracticeBackend({ path })
  for (const name of ['good', 'bad', 'better']) {
    expect(
      (await callerOf(first.api).post(addressOf('createBatch'), { ...documentedExample, name }))
        .status,
    ).toBe(201)
  }
  first.close()
  const db = new DatabaseSync(path)
  const row: unknown = db.prepare('SELECT id FROM batches WHERE request LIKE \'%"bad"%\'').get()
  const bad = z.object({ id: z.string() }).parse(row)
  db.prepare(`UPDATE batches SET ${column} = ? WHERE id = ?`).run(value, bad.id)
  db.close()

  const backend = createPracticeBackend({ path })
  onTestFinished(() => backend.close())
  const call = callerOf(backend.api)
  for (let look = 0; look < 3; look += 1) {
    const answer = await call.get(
      addressOf('listBatches', { workspace_id: documentedExample.workspace_id }),
    )
    expect(answer.status).toBe(200)
    const { results, meta } = BatchList.parse(await answer.json())
    expect(results.map(({ name }) => name).toSorted()).toEqual(['better', 'good'])
    expect(meta).toEqual({ count: 3, unreadable: 1 })
  }
  await new Promise((turn) => setImmediate(turn))
  const logged = written.mock.calls.map(([line]) => String(line)).join('')
  expect(logged.match(new RegExp(`The stored batch ${bad.id} cannot be read: `, 'g'))).toHaveLength(
    1,
  )
  expect(logged).toContain(`cannot be read: ${column}`)
  expect(logged).not.toContain(SECRET_WORDS)

  for (const address of [
    addressOf('readBatch', { id: bad.id }),
    addressOf('readBatchStatus', { id: bad.id }),
  ]) {
    const answer = await call.get(address)
    expect(answer.status).toBe(500)
    expect(await answer.text()).toContain('This batch is stored, but it cannot be read.')
  }
  expect((await call.post(addressOf('createBatch'), documentedExample)).status).toBe(201)
})

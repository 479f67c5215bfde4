import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test, vi } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import { answers, given } from '#test/answers.ts'
import { practice } from '#test/serve.ts'

const wish = {
  draft: 'draft',
  place: 'practice' as const,
  workspace_id: documentedExample.workspace_id,
  name: documentedExample.name,
  body: JSON.stringify(documentedExample),
}

beforeEach(() => {
  vi.resetModules()
  vi.stubGlobal('indexedDB', new IDBFactory())
})

test.each(answers)('$name means $create to whoever creates', async (answer) => {
  const { createOnce } = await import('./create-once.ts')
  const { outboxEntries } = await import('#outbox/store/outbox.ts')
  const fetched = vi.fn<() => Promise<Response>>(async () => given(answer))
  vi.stubGlobal('fetch', fetched)

  const outcome = await createOnce(practice, wish, { evenIfCreated: false })
  expect(outcome.kind).toBe(answer.create)
  const [entry] = await outboxEntries()
  expect(entry).toMatchObject({ intent: { state: answer.create } })
  expect(fetched).toHaveBeenCalledTimes(1)
  if (answer.create === 'created' || entry?.kind !== 'readable') return

  const said = entry.intent.attempts.at(-1)
  expect(said?.reason).toMatch(/^Practice .+\.$|^This workspace has no access/)
  expect(said?.quote?.length).toBeLessThanOrEqual(501)
  expect(said?.quote).not.toMatch(/<(h1|b|style)/)
})

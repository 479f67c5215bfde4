import { expect, test } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import { Batch } from '#contract/answers.ts'
import { newIntent, type Attempt } from '#outbox/store/intent.ts'
import { findCreated } from './find-created.ts'

const sentAt = Date.parse('2026-11-24T14:02:31Z')
const HOUR_MS = 60 * 60_000
const { name, workspace_id, task_details } = documentedExample

const sent = (attempt: Partial<Attempt> = {}) => ({
  ...newIntent({
    draft: 'draft',
    place: 'practice',
    workspace_id,
    name,
    body: JSON.stringify(documentedExample),
  }),
  attempts: [{ key: 'k.1', at: sentAt, ...attempt }],
})
const stored = (change: object) =>
  Batch.parse({
    ...documentedExample,
    id: 'found',
    created_at: '2026-11-24T14:02:32.100Z',
    ...change,
  })
const none = { ahead: undefined, taken: new Set<string>() }
const found = (
  change: object,
  intent = sent(),
  search = none as Parameters<typeof findCreated>[2],
) => findCreated([stored(change)], intent, search).length

test('the batch with the same name and texts is found', () => {
  expect(found({})).toBe(1)
})

test('a server may write the same HTML in another way', () => {
  const task_introduction = task_details.task_introduction.replaceAll('p>', 'P>')
  expect(found({ task_details: { ...task_details, task_introduction } })).toBe(1)
})

test('a server may keep & as &amp;, in the texts, the title and the name', () => {
  const before = {
    ...documentedExample,
    name: 'R&D <1>',
    task_details: { task_name: 'A & B', task_introduction: '<p>A & B</p>', task_steps: '<p>&</p>' },
  }
  const intent = { ...sent(), name: before.name, body: JSON.stringify(before) }
  const after = {
    name: 'R&amp;D &lt;1&gt;',
    task_details: {
      task_name: 'A &amp; B',
      task_introduction: '<p>A &amp; B</p>',
      task_steps: '<p>&amp;</p>',
    },
  }
  expect(found(after, intent)).toBe(1)
  expect(found({ ...after, name: 'R&D <2>' }, intent)).toBe(0)
})

test('a namesake with other texts, or from yesterday, is not it', () => {
  expect(found({ task_details: { ...task_details, task_name: 'Other' } })).toBe(0)
  expect(found({ name: 'Other' })).toBe(0)
  expect(found({ created_at: '2026-11-23T14:02:32Z' })).toBe(0)
})

test('a duplicate is known by its name and the texts of the first one, which it is not itself', () => {
  const duplicateOf = { id: 'first', texts: task_details }
  const intent = { ...sent(), name: 'Pilot (copy)', body: '{"name":"Pilot (copy)"}', duplicateOf }
  expect(found({ name: 'Pilot (copy)' }, intent)).toBe(1)
  expect(found({}, intent)).toBe(0)
  expect(found({ name: 'Pilot (copy)', id: 'first' }, intent)).toBe(0)
})

test('a batch without a readable time stays in question', () => {
  expect(found({ created_at: null })).toBe(1)
})

test('a batch that another intent made is not it', () => {
  expect(found({}, sent(), { ahead: undefined, taken: new Set(['found']) })).toBe(0)
})

test.each([-24, -1, 1, 24])('a clock that is %i h off is reckoned with', (hours) => {
  const ahead = hours * HOUR_MS
  const at = (ms: number) => ({ created_at: new Date(sentAt + ahead + ms).toISOString() })
  for (const [intent, search] of [
    [sent({ ahead }), none],
    [sent(), { ahead, taken: new Set<string>() }],
  ] as const) {
    expect(found(at(1_000), intent, search)).toBe(1)
    expect(found(at(-30_000), intent, search)).toBe(1)
    expect(found(at(-120_000), intent, search)).toBe(0)
  }
})

test('what was measured when it was sent counts, not what the clock was set to since', () => {
  const search = { ahead: 24 * HOUR_MS, taken: new Set<string>() }
  expect(found({}, sent({ ahead: 0 }), search)).toBe(1)
})

test('the first request without an answer counts, when there was a second', () => {
  const first = { key: 'k.1', at: sentAt, outcome: 'not-known' as const }
  const second = { key: 'k.2', at: sentAt + HOUR_MS, outcome: 'not-known' as const }
  const twice = { ...sent(), attempts: [first, second] }
  expect(found({}, twice)).toBe(1)
  expect(found({}, { ...twice, attempts: [{ ...first, outcome: 'not-created' }, second] })).toBe(0)
})

test('nothing is found for bytes that are no request', () => {
  expect(found({}, { ...sent(), body: '{}' })).toBe(0)
})

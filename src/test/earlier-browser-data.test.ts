import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { beforeAll, expect, test } from 'vitest'
import { draftHistory, listDrafts } from '#drafts/store/drafts.ts'
import { listTemplates } from '#drafts/store/templates.ts'
import { outboxEntries } from '#outbox/store/outbox.ts'
import { sentTexts } from '#outbox/store/sent-texts.ts'
import stored from '#test/version-0.4.0/browser.json'

/*
 * What version 0.4.0 left in a browser: a draft with a history, two drafts that became batches, the
 * outbox with one answer that was lost, a template, and the texts of a batch that was sent.
 */
beforeAll(async () => {
  const database = await openDB('batch-composer', stored.version, {
    upgrade(fresh) {
      for (const [name, { keyPath, indexes }] of Object.entries(stored.stores)) {
        const store = fresh.createObjectStore(name, { keyPath })
        for (const index of indexes) store.createIndex(index.name, index.keyPath)
      }
    },
  })
  for (const [name, { entries }] of Object.entries(stored.stores)) {
    // oxlint-disable-next-line no-await-in-loop
    for (const { value } of entries) await database.put(name, value)
  }
  database.close()
})

test('drafts are there as they were, with what they became', async () => {
  const drafts = await listDrafts()
  expect(drafts.map(({ kind }) => kind)).toEqual(['readable', 'readable', 'readable'])
  const texts = drafts.map((kept) => (kept.kind === 'readable' ? kept.draft.texts : null))
  expect(texts.find((each) => each?.taskTitle === 'Rate the reviews')).toMatchObject({
    introduction: '<p>Please read every review.</p>',
    steps: '<p>Read. Then rate.</p>',
  })
  const becameBatches = drafts.filter((kept) => kept.kind === 'readable' && kept.draft.batch)
  expect(becameBatches).toHaveLength(2)
})

test('the history of a draft is there', async () => {
  const [{ value } = { value: undefined }] = stored.stores.revisions.entries
  const states = await draftHistory(value?.draft ?? '')
  expect(states).toHaveLength(stored.stores.revisions.entries.length)
  expect(states.map(({ texts }) => texts.taskTitle)).toContain('Rate the reviews')
})

test('what was sent is known, with its batch', async () => {
  localStorage.setItem('batch-composer.sent', stored.localStorage['batch-composer.sent'])
  const entries = await outboxEntries()
  const names = entries.map(({ intent }) => intent.name)
  expect(new Set(names)).toEqual(new Set(['Lost answer !drop-after', 'Sent from the form']))
  for (const { intent } of entries) {
    expect(intent).toMatchObject({ state: 'created' })
  }
  const lost = entries.find(({ intent }) => intent.name.startsWith('Lost'))?.intent
  const batchId = lost && 'batchId' in lost ? (lost.batchId ?? '') : ''
  expect(sentTexts('practice', batchId)?.texts.task_name).toBe('Evaluate Product Reviews')
})

test('a template is there', async () => {
  expect(await listTemplates()).toMatchObject([
    { name: 'Reviews', texts: { taskTitle: 'Rate the reviews' } },
  ])
})

import 'fake-indexeddb/auto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adoptFirstDraft } from '#drafts/autosave/adopt-backups.ts'
import { openStorage } from '#storage/database.ts'
import { listDrafts, readDraft } from './drafts.ts'
import first from '#drafts/store/golden-drafts/schema-1.json'
import second from '#drafts/store/golden-drafts/schema-2.json'
import third from '#drafts/store/golden-drafts/schema-3.json'
import { editDraftId } from './batch-edit.ts'
import { readKept, seal } from './read-draft.ts'
import { remainingTexts } from './draft-texts.ts'

const { laterWord: _laterWord, ...known } = first.texts

describe('a draft of every version of the app is opened', () => {
  test('the one draft of the first, whose bytes are kept for a while', async () => {
    const raw = JSON.stringify(first)
    localStorage.setItem('batch-composer.draft', raw)
    await Promise.all([adoptFirstDraft(), adoptFirstDraft()])
    const found = (await listDrafts()).filter(({ id }) => id.startsWith('first'))
    expect(found).toMatchObject([{ kind: 'readable', draft: { place: 'practice', texts: known } }])
    expect(found).toMatchObject([{ draft: { texts: { laterWord: 'kept' } } }])
    expect(localStorage.getItem('batch-composer.draft')).toBeNull()
    const backup: unknown = JSON.parse(localStorage.getItem('batch-composer.draft.backup') ?? '')
    expect(backup).toMatchObject({ raw })

    await adoptFirstDraft(Date.now() + 31 * 24 * 60 * 60_000)
    expect(localStorage.getItem('batch-composer.draft.backup')).toBeNull()
  })

  test('one of the second, with what it says that this version does not know', () => {
    expect(readKept(second)).toMatchObject({
      kind: 'readable',
      draft: { name: 'Pilot', rev: 7, texts: { ...known, laterWord: 'kept' }, laterMember: [1] },
    })
    expect(readKept(second)).toMatchObject({ draft: { schema: 3, of: null } })
  })

  test('one of the third, which changes a batch', () => {
    const texts = { ...third.texts, autoSync: false }
    expect(readKept(third)).toEqual({ kind: 'readable', id: third.id, draft: { ...third, texts } })
    expect(third.id).toBe(editDraftId('practice', third.of.batchId))
  })

  test('a first draft of an earlier day lacks what came later', async () => {
    const { keeps: _keeps, onlyKept: _onlyKept, ...early } = known
    const draft = { ...first, savedAt: 1, texts: early }
    localStorage.setItem('batch-composer.draft', JSON.stringify(draft))
    await adoptFirstDraft()
    expect(await readDraft('first-1')).toMatchObject({
      kind: 'readable',
      draft: { texts: { ...early, keeps: 'published', onlyKept: false } },
    })
  })

  test('a broken first draft is listed as damaged, and not lost', async () => {
    localStorage.setItem('batch-composer.draft', '{"version":1,"texts":')
    await adoptFirstDraft()
    expect(await listDrafts()).toContainEqual({
      kind: 'damaged',
      id: 'first-damaged-21',
      stored: { id: 'first-damaged-21', raw: '{"version":1,"texts":' },
    })
  })
})

test('a draft of a newer version is read and not opened', () => {
  const { sha: _sha, ...rest } = second
  const newer = readKept(seal({ ...rest, schema: 4, texts: { ...known, steps: 4 } }))
  expect(newer).toMatchObject({ kind: 'newer', id: second.id })
  expect(newer.kind === 'newer' && remainingTexts(newer.stored)).toMatchObject({
    taskTitle: 'Rate reviews',
    steps: '',
  })
})

test('a draft of a newer version is known whatever its checksum has become', () => {
  expect(readKept({ ...second, schema: 4, sha: { algorithm: 'another' } }).kind).toBe('newer')
})

test('a changed byte is noticed', () => {
  const changed = { ...second, texts: { ...second.texts, steps: '<ol><li>Reap</li></ol>' } }
  expect(readKept(changed)).toMatchObject({ kind: 'damaged', id: second.id })
})

/** What may stand in a store that something broke: cut, overwritten, of another type, or hostile. */
const whole = JSON.stringify(second)
const broken = fc.oneof(
  fc
    .tuple(fc.nat(whole.length), fc.nat(30), fc.string({ unit: 'binary' }))
    .map(([at, length, put]) => parsed(whole.slice(0, at) + put + whole.slice(at + length))),
  fc
    .tuple(fc.constantFrom(...Object.keys(second)), fc.anything())
    .map(([key, value]) => ({ ...second, [key]: value })),
  fc
    .tuple(fc.constantFrom(...Object.keys(second.texts)), fc.anything())
    .map(([key, value]) => resealed({ ...second, texts: { ...second.texts, [key]: value } })),
  fc.constant(
    resealed(JSON.parse('{"__proto__":{"polluted":true},"schema":2,"sha":"","texts":{}}')),
  ),
  fc.anything(),
)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function resealed(value: unknown): unknown {
  try {
    return typeof value === 'object' && value !== null ? seal(value) : value
  } catch {
    return value
  }
}

test('no broken draft stops the app, and the good ones are still there', async () => {
  const database = await openStorage()
  await database.clear('drafts')
  await database.put('drafts', second)
  let number = 0
  await fc.assert(
    fc.asyncProperty(broken, async (value) => {
      number += 1
      const row = Object.assign(
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? { ...value }
          : { value },
        { id: `broken-${number}` },
      )
      try {
        await database.put('drafts', row)
      } catch {
        // What cannot be stored cannot be found there.
        return
      }
      const kept = await readDraft(row.id)
      expect(kept?.id).toBe(row.id)
      remainingTexts(row)
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    }),
    { numRuns: 1_000 },
  )
  const listed = await listDrafts()
  expect(listed.length).toBeGreaterThan(500)
  expect(listed[0]).toMatchObject({ kind: 'readable', id: second.id })
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})

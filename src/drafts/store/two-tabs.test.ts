import 'fake-indexeddb/auto'
import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { newId } from '#contract/new-id.ts'
import { adoptBackups } from '#drafts/autosave/adopt-backups.ts'
import { createAutosave, type Autosave } from '#drafts/autosave/autosave.ts'
import { draftHistory, listDrafts } from './drafts.ts'
import { blankTexts } from './draft-texts.ts'

const EDITS = 500

/** A tab: a form of one text that many small edits are added to. */
function openTab(id: string, mustExist: boolean) {
  const autosave = createAutosave(id, { mustExist })
  const form = { text: autosave.backup?.texts.steps ?? '' }
  const stop = autosave.start({
    handOver: () => {},
    read: () => ({ place: 'practice', texts: { ...blankTexts, steps: form.text } }),
    take: ({ texts }) => {
      form.text = texts.steps
    },
    begin: () => {},
  })
  return {
    autosave,
    write: (edit: string) => {
      form.text += `${edit} `
      // Every edit may be asked for later: each goes into the history.
      autosave.schedule(true)
    },
    stop,
  }
}

async function settle({ state, saveLoop }: Autosave, how: 'mine' | 'theirs') {
  const { write, keepMine, takeTheirs } = await saveLoop()
  await write()
  if (state().kind === 'conflict') await (how === 'mine' ? keepMine() : takeTheirs())
}

/** Everything that is kept of any draft, now or earlier. */
async function everything() {
  const kept = (await listDrafts()).flatMap((each) =>
    each.kind === 'readable' ? [each.draft] : [],
  )
  const states = await Promise.all(
    kept.map(async (draft) => [draft, ...(await draftHistory(draft.id))]),
  )
  return states.flat().map(({ texts }) => texts.steps)
}

test(`of ${EDITS} edits in two tabs on one draft none is lost`, async () => {
  const id = newId()
  const random = fc.sample(fc.record({ tab: fc.nat(1), pause: fc.nat(3), how: fc.boolean() }), {
    seed: 20_261_125,
    numRuns: EDITS,
  })
  const first = openTab(id, false)
  first.write('begin')
  await settle(first.autosave, 'mine')
  const tabs = [first, openTab(id, true)] as const
  await vi.waitFor(() => expect(tabs[1].autosave.state().kind).toBe('saved'))

  const seen = new Set<string>()
  for (const [number, { tab, pause, how }] of random.entries()) {
    const edit = `edit-${number}-by-${tab}`
    tabs[tab === 0 ? 0 : 1].write(edit)
    // One after the other is the point: a tab may write, wait for the other, or be overtaken by it.
    // oxlint-disable-next-line no-await-in-loop
    if (pause === 0) await settle(tabs[tab === 0 ? 0 : 1].autosave, how ? 'mine' : 'theirs')
    // The history is as long as it is; what was in it once was kept.
    // oxlint-disable-next-line no-await-in-loop
    if (number % 5 === 0) for (const text of await everything()) seen.add(text)
  }
  await settle(tabs[0].autosave, 'mine')
  await settle(tabs[1].autosave, 'theirs')
  await settle(tabs[0].autosave, 'mine')
  for (const { stop } of tabs) stop()
  await adoptBackups()
  for (const text of await everything()) seen.add(text)

  const kept = [...seen].join(' ')
  const lost = random.flatMap(({ tab }, number) => {
    const edit = `edit-${number}-by-${tab} `
    return kept.includes(edit) ? [] : [edit]
  })
  expect(lost).toEqual([])
})

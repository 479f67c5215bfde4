import 'fake-indexeddb/auto'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { openStorage } from '#storage/database.ts'
import { addDraft, draftHistory, listDrafts, markCreated, readDraft } from '#drafts/store/drafts.ts'
import { saveDraft } from '#drafts/autosave/save-draft.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { renderAt } from '#test/render-at.tsx'
import { ConflictNotice } from './ConflictNotice.tsx'
import { DraftLine } from '#screens/write/notices/DraftLine.tsx'
import { useDraft } from '#screens/write/draft/use-draft.ts'
import { openSession, type WriteSession } from '#screens/write/draft/write-session.ts'

const textsOf = (taskTitle: string) => ({ ...blankTexts, taskTitle })

function Form({ session }: { session: WriteSession }) {
  const draft = useDraft('practice', session)
  return (
    <>
      <ConflictNotice
        autosave={draft.autosave}
        read={() => ({ place: 'practice', texts: { ...draft.form.getValues() } })}
        say={(message, before) => draft.say(message, before?.texts)}
      />
      <DraftLine
        draft={draft}
        actions={{ startWithExample: () => undefined, startOver: () => undefined }}
      />
      <input aria-label="Title" {...draft.form.register('taskTitle')} />
    </>
  )
}

async function stored(id: string) {
  const kept = await readDraft(id)
  if (kept?.kind !== 'readable') throw new Error('It cannot be read.')
  return kept.draft
}

/** Stores a text for a draft as another window does. */
async function saveElsewhere(id: string, title: string) {
  const base = await stored(id)
  await saveDraft({ id, tab: 'other', place: 'practice', texts: textsOf(title), base })
}

/** A draft with “Mine” in the form, after `elsewhere` was done to what is stored of it. */
async function inConflict(elsewhere: (id: string) => Promise<unknown>) {
  const user = userEvent.setup()
  const id = await addDraft({ name: '', place: 'practice', texts: textsOf('Start') })
  const { history } = renderAt(`/practice/new?draft=${id}`, <Form session={openSession(id)} />)
  const title = screen.getByRole('textbox', { name: 'Title' })
  await waitFor(() => expect(title).toHaveValue('Start'))
  await user.clear(title)
  await user.type(title, 'Mine')
  await elsewhere(id)
  const alert = within(await screen.findByRole('alert'))
  const press = (name: string) => user.click(alert.getByRole('button', { name }))
  return { id, title, alert, press, history }
}

afterEach(() => vi.restoreAllMocks())

test('mine is kept, and the other text is in the history', async () => {
  const { id, alert, press } = await inConflict((draft) => saveElsewhere(draft, 'Theirs'))
  expect(alert.getByText('This draft was changed in another tab.')).toBeVisible()
  expect((await stored(id)).texts).toMatchObject({ taskTitle: 'Theirs' })
  await press('Keep mine')
  expect(await screen.findByText(/Your version was kept/)).toBeVisible()
  expect((await stored(id)).texts).toMatchObject({ taskTitle: 'Mine' })
  const before = (await draftHistory(id)).map(({ texts }) => texts.taskTitle)
  expect(before).toContain('Theirs')
})

test('theirs is taken, and mine is in the history', async () => {
  const { id, title, press } = await inConflict((draft) => saveElsewhere(draft, 'Theirs'))
  await press('Take theirs')
  expect(await screen.findByText(/The form now shows the other version/)).toBeVisible()
  expect(title).toHaveValue('Theirs')
  const before = (await draftHistory(id)).map(({ texts }) => texts.taskTitle)
  expect(before).toContain('Mine')
})

test('of a draft that became a batch elsewhere mine is kept as a copy', async () => {
  const { id, alert, press, history } = await inConflict((draft) =>
    markCreated(draft, { place: 'practice', id: 'batch-1' }),
  )
  expect(alert.getByText('This draft became a batch in another tab.')).toBeVisible()
  await press('Keep mine as a copy')
  await waitFor(() => expect(history.at(-1)).not.toContain(id))
  expect((await stored(id)).batch).toMatchObject({ id: 'batch-1' })
  const copy = (await listDrafts()).find((kept) => history.at(-1)?.includes(kept.id))
  expect(copy).toMatchObject({ draft: { name: 'Mine (copy)', texts: { taskTitle: 'Mine' } } })
})

test('what broke elsewhere is left as it is, and mine is kept as a copy', async () => {
  const { id, alert, press, history } = await inConflict(async (draft) => {
    const database = await openStorage()
    await database.put(
      'drafts',
      Object.assign({}, await database.get('drafts', draft), { sha: 'x' }),
    )
  })
  expect(alert.getByText(/can no longer be read/)).toBeVisible()
  expect(alert.queryByRole('button', { name: 'Compare' })).not.toBeInTheDocument()
  await press('Keep mine as a copy')
  await waitFor(() => expect(history.at(-1)).not.toContain(id))
  expect(await readDraft(id)).toMatchObject({ kind: 'damaged' })
})

import 'fake-indexeddb/auto'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { openStorage } from '#storage/database.ts'
import { addDraft, listDrafts, markCreated } from '#drafts/store/drafts.ts'
import { saveDraft } from '#drafts/autosave/save-draft.ts'
import { editDraftId } from '#drafts/store/batch-edit.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { renderAt } from '#test/render-at.tsx'
import { DraftsPage } from './DraftsPage.tsx'

beforeEach(async () => {
  const database = await openStorage()
  await database.clear('drafts')
})

const add = (taskTitle: string, name = '', steps = '') =>
  addDraft({ name, place: 'practice', texts: { ...blankTexts, taskTitle, steps } })
const open = () => renderAt('/practice/drafts', <DraftsPage environment="practice" />)
const titles = () =>
  within(screen.getByRole('list', { name: 'Drafts' }))
    .getAllByRole('listitem')
    .map((row) => within(row).getAllByRole('link')[0]?.textContent)

async function choose(title: string, action: string) {
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: `More actions for “${title}”` }))
  const row = screen.getByRole('link', { name: title }).closest('li')
  if (!row) throw new Error('A draft stands in a list.')
  // jsdom opens no popovers.
  await user.click(within(row).getByRole('button', { name: action, hidden: true }))
}

test('drafts go by their own name or their task, and say what is missing', async () => {
  await add('Rate reviews')
  await add('Rate photos', 'Pilot')
  open()
  expect(await screen.findByRole('link', { name: 'Pilot' })).toBeVisible()
  expect(screen.getByRole('link', { name: 'Rate reviews' })).toBeVisible()
  const missing = screen.getAllByText(
    '4 things missing: Introduction, Steps, Batch name, Workspace',
  )
  expect(missing).toHaveLength(2)
})

test('words are looked for in names and in texts', async () => {
  await add('Rate reviews', '', '<p>About <b>toasters</b></p>')
  await add('Rate photos')
  open()
  const user = userEvent.setup()
  await user.type(await screen.findByRole('searchbox'), 'TOASTER rate')
  await waitFor(() => expect(titles()).toEqual(['Rate reviews']))
  await user.type(screen.getByRole('searchbox'), ' none')
  expect(await screen.findByText(/No draft contains/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Show all drafts' }))
  await waitFor(() => expect(titles()).toHaveLength(2))
})

test('a deleted draft is had back with Undo, as it was', async () => {
  const id = await add('Rate reviews', 'Pilot')
  open()
  await choose('Pilot', 'Delete')
  expect(await screen.findByText('“Pilot” was deleted.')).toBeVisible()
  expect(await listDrafts()).toEqual([])
  expect(await screen.findByText(/No drafts yet/)).toBeVisible()
  expect(screen.getByRole('button', { name: 'Undo' })).toHaveFocus()
  await userEvent.setup().keyboard('{Enter}')
  await waitFor(() => expect(titles()).toEqual(['Pilot']))
  expect(screen.getByRole('link', { name: 'Pilot' })).toHaveFocus()
  // Only the first time that it appears.
  const search = screen.getByRole('searchbox')
  await userEvent.setup().type(search, 'x')
  expect(await screen.findByText(/No draft contains/)).toBeVisible()
  await userEvent.setup().keyboard('{Backspace}')
  await waitFor(() => expect(titles()).toEqual(['Pilot']))
  expect(search).toHaveFocus()
  expect(await listDrafts()).toMatchObject([{ id, draft: { rev: 1, name: 'Pilot' } }])
})

test('a draft is duplicated under a name of its own, and renamed', async () => {
  await add('Rate reviews')
  open()
  await choose('Rate reviews', 'Duplicate')
  await waitFor(() => expect(titles()).toContain('Rate reviews (copy)'))
  await choose('Rate reviews (copy)', 'Rename…')
  const user = userEvent.setup()
  const dialog = screen.getByRole('dialog', { name: 'Rename draft' })
  await user.clear(within(dialog).getByRole('textbox'))
  await user.type(within(dialog).getByRole('textbox'), 'Second round{Enter}')
  await waitFor(() => expect(new Set(titles())).toEqual(new Set(['Rate reviews', 'Second round'])))
})

test('a draft that became a batch leads to it, apart from what is open work', async () => {
  const id = await add('Sent')
  await add('Open')
  await markCreated(id, { place: 'practice', id: 'b1' })
  open()
  const done = await screen.findByRole('region', { name: 'Drafts that became batches' })
  expect(within(done).getByRole('link', { name: 'Open the batch' })).toHaveAttribute(
    'href',
    '/practice/batches/b1',
  )
  expect(titles()).toEqual(['Open'])
})

test('a change of a batch leads to that batch, and is no draft to create from', async () => {
  const base = { task_name: 'T', task_introduction: 'i', task_steps: 's' }
  const id = editDraftId('practice', 'b1')
  await saveDraft({
    id,
    tab: 't',
    place: 'practice',
    texts: { ...blankTexts, taskTitle: 'Other', batchName: 'Pilot' },
    of: { place: 'practice', batchId: 'b1', base },
    base: null,
  })
  open()
  const changes = within(await screen.findByRole('region', { name: 'Changes to batches' }))
  expect(changes.getByRole('link', { name: 'Change to Pilot' })).toHaveAttribute(
    'href',
    '/practice/batches/b1/edit',
  )
  expect(screen.queryByRole('list', { name: 'Drafts' })).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Export…' })).not.toBeInTheDocument()

  const user = userEvent.setup()
  await user.click(changes.getByRole('button', { name: 'Delete' }))
  expect(await screen.findByText('“Change to Pilot” was deleted.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(await screen.findByRole('link', { name: 'Change to Pilot' })).toHaveFocus()
})

test('a damaged draft is listed and can be downloaded', async () => {
  const database = await openStorage()
  await database.put('drafts', { id: 'x', texts: { taskTitle: 'What is left' } })
  open()
  const group = await screen.findByRole('region', { name: 'Drafts that cannot be opened' })
  expect(within(group).getByRole('link', { name: 'What is left' })).toBeVisible()
  expect(within(group).getByRole('button', { name: 'Download' })).toBeVisible()
})

test('what an unencrypted address cannot promise is said there, and only there', async () => {
  await add('Rate reviews')
  const page = open()
  expect(await screen.findByRole('link', { name: 'Rate reviews' })).toBeVisible()
  expect(screen.queryByText('This connection is not encrypted.')).toBeNull()
  page.unmount()
  vi.stubGlobal('isSecureContext', false)
  open()
  expect(await screen.findByText('This connection is not encrypted.')).toBeVisible()
})

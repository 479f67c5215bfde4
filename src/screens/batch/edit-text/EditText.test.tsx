import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { Backend } from '#contract/app-config.ts'
import { documentedExample } from '#contract/examples.ts'
import { BatchPage } from '#screens/batch/BatchPage.tsx'
import { keepEdit, newEditKey, unsavedEdits } from '#drafts/store/unsaved-edit.ts'
import { renderAt } from '#test/render-at.tsx'
import { practice, prolific, serve } from '#test/serve.ts'

const texts = documentedExample.task_details
const theirs = { ...texts, task_introduction: '<p>Somebody else wrote this.</p>' }

const reply = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })
const patches = (calls: string[]) => calls.filter((call) => call.startsWith('PATCH'))

async function openEditor(id: string, backend: Backend = practice, opener = 'Edit text') {
  const user = userEvent.setup()
  const page = renderAt(
    `/${backend.place}/batches/${id}`,
    <BatchPage backend={backend} id={id} prolific={prolific} />,
  )
  await user.click(await screen.findByRole('button', { name: opener }))
  const title = await screen.findByRole('textbox', { name: 'Task title' })
  await screen.findByRole('textbox', { name: 'Steps' })
  const retitle = async (text: string) => {
    await user.clear(title)
    await user.type(title, text)
  }
  return { user, title, retitle, save: screen.getByRole('button', { name: /^Save/ }), ...page }
}

test('a changed title is stored with the other texts to the byte, in one request', async () => {
  const server = serve()
  const { id } = await server.create({ task_details: { ...texts, task_steps: '<P>a<br/>&copy;' } })
  const { save, retitle } = await openEditor(id)
  await retitle('Rate  reviews')
  fireEvent.click(save)
  fireEvent.click(save)
  expect(await screen.findByText(/stored your text exactly as you wrote it/)).toBeVisible()
  expect(patches(server.calls)).toHaveLength(1)
  expect((await server.read(id)).task_details).toEqual({
    ...texts,
    task_name: 'Rate  reviews',
    task_steps: '<P>a<br/>&copy;',
  })
  expect(screen.getByRole('button', { name: 'Edit text' })).toHaveFocus()
  expect(unsavedEdits('practice', id)).toEqual([])
})

test('a blank title is refused in the words of the form, and nothing is sent', async () => {
  const server = serve()
  const { id } = await server.create()
  const { user, title, save } = await openEditor(id)
  await user.clear(title)
  await user.click(save)
  expect(
    await screen.findByText('Write a task title. Participants see it as the heading.'),
  ).toBeVisible()
  expect(patches(server.calls)).toEqual([])
})

test('a text that was not changed is not sent', async () => {
  const server = serve()
  const { id } = await server.create()
  const { user, save } = await openEditor(id)
  await user.click(save)
  expect(await screen.findByRole('button', { name: 'Edit text' })).toBeVisible()
  expect(patches(server.calls)).toEqual([])
})

test('what somebody else stored meanwhile is shown, and kept when that is the decision', async () => {
  const server = serve()
  const { id } = await server.create()
  const { user, title, retitle, save } = await openEditor(id)
  await retitle('Mine')
  await server.rewrite(id, theirs)
  await user.click(save)
  const alert = within(await screen.findByRole('alert'))
  expect(alert.getByText(/Somebody changed this text while you were editing it/)).toBeVisible()
  expect(await alert.findByRole('insertion')).toHaveTextContent(/Somebody else/)
  expect(save).toHaveAttribute('aria-disabled', 'true')
  await user.click(save)
  expect(patches(server.calls)).toEqual([])

  await user.click(alert.getByRole('button', { name: 'Keep theirs' }))
  expect(title).toHaveValue(texts.task_name)
  expect(screen.getByRole('textbox', { name: 'Introduction' })).toHaveTextContent(/Somebody else/)
  await user.click(screen.getByRole('button', { name: 'Put it back' }))
  expect(title).toHaveValue('Mine')
  await user.click(save)
  expect(await screen.findByText(/Somebody changed this text/)).toBeVisible()
  expect(patches(server.calls)).toEqual([])
})

test('it is replaced only when that is the decision', async () => {
  const server = serve()
  const { id } = await server.create()
  const { user, retitle, save } = await openEditor(id)
  await retitle('Mine')
  await server.rewrite(id, theirs)
  await user.click(save)
  await user.click(await screen.findByRole('button', { name: 'Replace with mine' }))
  expect(await screen.findByText(/stored your text exactly as you wrote it/)).toBeVisible()
  expect(patches(server.calls)).toHaveLength(1)
})

test('a batch that was set up meanwhile is left alone', async () => {
  const server = serve()
  const { id } = await server.create()
  const { user, retitle, save } = await openEditor(id)
  await retitle('Mine')
  await server.setUp(id)
  await user.click(save)
  expect(await screen.findByText(/this batch was set up meanwhile/)).toBeVisible()
  expect(patches(server.calls)).toEqual([])
  await waitFor(() => expect(unsavedEdits('practice', id)[0]?.texts.task_name).toBe('Mine'))
})

test('a refusal is worded, put under its field, and loses nothing', async () => {
  const server = serve()
  const { id } = await server.create()
  const { user, title, retitle, save } = await openEditor(id)
  await retitle('Mine')
  const detail = { 'task_details.task_name': ['This title is taken.'] }
  server.answerInstead((call) =>
    call.startsWith('PATCH') ? reply({ error: { detail } }, 400) : undefined,
  )
  await user.click(save)
  expect(await screen.findByRole('alert')).toHaveTextContent(
    /Not saved: nothing was lost\. Practice did not accept this \(400\)\./,
  )
  expect(title).toHaveAccessibleDescription('This title is taken.')
  expect(title).toHaveValue('Mine')
})

test('when what is stored cannot be looked at first, nothing is sent', async () => {
  const server = serve()
  const { id } = await server.create()
  const { user, retitle, save } = await openEditor(id)
  await retitle('Mine')
  server.answerInstead(() => reply({}, 503))
  await user.click(save)
  expect(await screen.findByText(/Not saved: nothing was sent\. Practice has/)).toBeVisible()
  expect(patches(server.calls)).toEqual([])
})

test('an edit that was stored without an answer is found to be stored', async () => {
  const server = serve()
  const { id } = await server.create({ name: 'Pilot !edit-drop' })
  const { user, retitle, save } = await openEditor(id)
  await retitle('Mine')
  await user.click(save)
  expect(await screen.findByText(/stored your text exactly as you wrote it/)).toBeVisible()
  expect(patches(server.calls)).toHaveLength(1)
})

test('it is found also where the place writes its HTML in another way', async () => {
  const server = serve()
  const task_details = { ...texts, task_introduction: '<p>Q&A</p>' }
  const { id } = await server.create({ name: 'Pilot !escaped', task_details })
  const { user, retitle, save } = await openEditor(id)
  await retitle('Mine')
  // Stored, and answered by nothing.
  const rewritten = { ...task_details, task_name: 'Mine' }
  server.answerInstead(async (call) => {
    if (!call.startsWith('PATCH')) return undefined
    await server.rewrite(id, { ...rewritten, task_introduction: '<P>Q&A' })
    throw new TypeError('Failed to fetch')
  })
  await user.click(save)
  expect(await screen.findByRole('button', { name: 'Edit text' })).toBeVisible()
  expect(patches(server.calls)).toHaveLength(1)
  expect(screen.queryByText(/something else/)).not.toBeInTheDocument()
})

test('what somebody else stored in other tags alone is no other text', async () => {
  const server = serve()
  const { id } = await server.create({ task_details: { ...texts, task_steps: '<p>a & b</p>' } })
  const { user, retitle, save } = await openEditor(id)
  await retitle('Mine')
  await server.rewrite(id, { ...texts, task_steps: '<p>a &amp; b</p>' })
  await user.click(save)
  expect(await screen.findByRole('button', { name: 'Edit text' })).toBeVisible()
  expect((await server.read(id)).task_details?.task_name).toBe('Mine')
})

test('one that was not stored is said not to be, and sent again only by another press', async () => {
  const server = serve()
  const { id } = await server.create()
  const { user, retitle, save } = await openEditor(id)
  await retitle('Mine')
  server.answerInstead((call) =>
    call.startsWith('PATCH') ? Promise.reject(new TypeError('Failed to fetch')) : undefined,
  )
  await user.click(save)
  expect(await screen.findByText('Not saved: Practice still has the text of before.')).toBeVisible()
  expect(patches(server.calls)).toHaveLength(1)
  server.answerInstead(undefined)
  await user.click(save)
  expect(await screen.findByText(/exactly as you wrote it/)).toBeVisible()
})

test('while it is not known what became of it nothing is sent', async () => {
  const server = serve()
  const { id } = await server.create()
  const { user, retitle, save } = await openEditor(id)
  await retitle('Mine')
  let broken = false
  server.answerInstead((call) => {
    broken ||= call.startsWith('PATCH')
    return broken ? reply({}, 502) : undefined
  })
  await user.click(save)
  expect(await screen.findByText('We do not know yet whether your text was saved.')).toBeVisible()
  await user.click(save)
  expect(patches(server.calls)).toHaveLength(1)
  server.answerInstead(undefined)
  await user.click(screen.getByRole('button', { name: 'Look again' }))
  expect(await screen.findByText(/still has the text of before/)).toBeVisible()
})

test('a change that was not saved is there again after the editor was closed', async () => {
  const server = serve()
  const { id } = await server.create()
  const { user, retitle } = await openEditor(id)
  await retitle('Half done')
  await user.click(screen.getByRole('button', { name: 'Close' }))
  await user.click(await screen.findByRole('button', { name: 'Set up…' }))
  expect(screen.getByText(/You began to edit it and have not saved/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Not yet' }))
  await user.click(await screen.findByRole('button', { name: 'Continue editing' }))
  expect(await screen.findByRole('textbox', { name: 'Task title' })).toHaveValue('Half done')
  expect(screen.getByText(/These are your unsaved changes from/)).toBeVisible()

  await user.click(screen.getByRole('button', { name: 'Start over' }))
  expect(screen.getByRole('textbox', { name: 'Task title' })).toHaveValue(texts.task_name)
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(await screen.findByRole('button', { name: 'Edit text' })).toBeVisible()
})

test('an editor in which nothing was changed lets no change of another window go', async () => {
  const server = serve()
  const { id } = await server.create()
  const { user } = await openEditor(id)
  const elsewhere = { ...texts, task_name: 'Begun elsewhere' }
  keepEdit(newEditKey('practice', id), { base: texts, texts: elsewhere })
  await user.click(screen.getByRole('button', { name: 'Close' }))
  await screen.findByRole('button', { name: 'Continue editing' })
  expect(unsavedEdits('practice', id)).toMatchObject([{ texts: elsewhere }])
})

test('what another window changes of the same text is kept beside this one, and asked about', async () => {
  const server = serve()
  const { id } = await server.create()
  const { user, title, retitle } = await openEditor(id)
  await retitle('Mine')
  const titles = () => unsavedEdits('practice', id).map(({ texts: kept }) => kept.task_name)
  await waitFor(() => expect(titles()).toEqual(['Mine']))
  const elsewhere = { base: texts, texts: { ...texts, task_name: 'Theirs' } }
  keepEdit(newEditKey('practice', id), elsewhere)
  fireEvent(window, new StorageEvent('storage'))
  expect(await screen.findByText(/keeps other unsaved changes of this text/)).toBeVisible()
  await user.type(title, ' too')
  await waitFor(() => expect(titles().toSorted()).toEqual(['Mine too', 'Theirs']))

  await user.click(screen.getByRole('button', { name: /^Compare with those of/ }))
  await user.click(screen.getByRole('button', { name: 'Go on with the other changes' }))
  expect(title).toHaveValue('Theirs')
  await user.type(title, ' again')
  await waitFor(() => expect(titles().toSorted()).toEqual(['Mine too', 'Theirs again']))
  expect(patches(server.calls)).toEqual([])
})

test('of several changes the newest is gone on with, and the rest is asked about', async () => {
  const { id } = await serve().create()
  const keep = (task_name: string) =>
    keepEdit(newEditKey('practice', id), { base: texts, texts: { ...texts, task_name } })
  keep('Older')
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 })
  keep('Newer')
  vi.useRealTimers()
  const { user, title, save } = await openEditor(id, practice, 'Continue editing')
  expect(title).toHaveValue('Newer')
  expect(screen.getByText(/keeps other unsaved changes of this text/)).toBeVisible()
  await user.click(save)
  expect(await screen.findByRole('button', { name: 'Continue editing' })).toBeVisible()
  expect(unsavedEdits('practice', id)).toMatchObject([{ texts: { task_name: 'Older' } }])
})

test('what is stored is asked for also while the page reads it anew', async () => {
  const server = serve()
  const { id } = await server.create()
  const { retitle, save, client } = await openEditor(id)
  await retitle('Mine')
  await server.rewrite(id, theirs)
  server.answerInstead(async (call) => {
    if (call.startsWith('GET')) await client.cancelQueries({ queryKey: ['practice', 'batch', id] })
    return undefined
  })
  fireEvent.click(save)
  expect(await screen.findByText(/Somebody changed this text/)).toBeVisible()
  expect(patches(server.calls)).toEqual([])
})

test('in Prolific a sentence names what is about to change', async () => {
  const server = serve()
  const { id } = await server.create({ name: 'Pilot' })
  const asPractice = { ...prolific, base_path: practice.base_path }
  const { user, retitle, save } = await openEditor(id, asPractice)
  await retitle('Mine')
  await user.click(save)
  const dialog = within(
    await screen.findByRole('dialog', { name: 'Change this text in Prolific?' }),
  )
  expect(dialog.getByText(/of “Pilot” will be replaced in Prolific/)).toHaveTextContent(
    'Task title',
  )
  expect(patches(server.calls)).toEqual([])
  await user.click(dialog.getByRole('button', { name: 'Save in Prolific' }))
  expect(await screen.findByText(/Prolific stored your text exactly/)).toBeVisible()
  expect(patches(server.calls)).toHaveLength(1)
})

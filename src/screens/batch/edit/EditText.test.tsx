import 'fake-indexeddb/auto'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { Backend } from '#contract/app-config.ts'
import { documentedExample } from '#contract/examples.ts'
import { BatchPage } from '#screens/batch/BatchPage.tsx'
import { saveDraft } from '#drafts/autosave/save-draft.ts'
import { editDraftId } from '#drafts/store/batch-edit.ts'
import { deleteDraft, draftHistory, readDraft } from '#drafts/store/drafts.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { renderAt } from '#test/render-at.tsx'
import { practice, prolific, serve } from '#test/serve.ts'

const texts = documentedExample.task_details
const theirs = { ...texts, task_introduction: '<p>Somebody else wrote this.</p>' }

const reply = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })
/** The titles that this browser keeps for a batch: the present one, then those in the history. */
async function keptTitles(id: string) {
  const draft = editDraftId('practice', id)
  const kept = await readDraft(draft)
  const now = kept?.kind === 'readable' ? [kept.draft] : []
  return [...now, ...(await draftHistory(draft))].map(({ texts: { taskTitle } }) => taskTitle)
}

/** Stores a title for a batch as another window does, on top of what it has seen by then. */
async function keepElsewhere(id: string, title: string) {
  const draft = editDraftId('practice', id)
  const kept = await readDraft(draft)
  await saveDraft({
    id: draft,
    tab: 'other',
    place: 'practice',
    texts: {
      ...blankTexts,
      taskTitle: title,
      introduction: texts.task_introduction,
      steps: texts.task_steps,
    },
    of: { place: 'practice', batchId: id, base: texts },
    base: kept?.kind === 'readable' ? kept.draft : null,
  })
}

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
  // The form closes only once its draft is gone, which comes after the words above.
  const opened = await screen.findByRole('button', { name: 'Edit text' })
  await waitFor(() => expect(opened).toHaveFocus())
  expect(await keptTitles(id)).toEqual([])
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
  expect(await screen.findByText(/this batch has been set up in the meantime/)).toBeVisible()
  expect(patches(server.calls)).toEqual([])
  await waitFor(async () => expect((await keptTitles(id))[0]).toBe('Mine'))
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
    /Not saved\. Practice did not accept this \(400\)\./,
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
  expect(await screen.findByText(/Not saved\. Practice has/)).toBeVisible()
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
  expect(await screen.findByText('Not saved: Practice still has the earlier text.')).toBeVisible()
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
  expect(await screen.findByText(/still has the earlier text/)).toBeVisible()
})

test('a change that was not saved is there again after the editor was closed', async () => {
  const server = serve()
  const { id } = await server.create()
  const { user, retitle } = await openEditor(id)
  await retitle('Half done')
  await user.click(screen.getByRole('button', { name: 'Close' }))
  await user.click(await screen.findByRole('button', { name: 'Set up…' }))
  expect(screen.getByText(/You have unsaved edits/)).toBeVisible()
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
  await keepElsewhere(id, 'Begun elsewhere')
  await user.click(screen.getByRole('button', { name: 'Close' }))
  await screen.findByRole('button', { name: 'Continue editing' })
  expect(await keptTitles(id)).toEqual(['Begun elsewhere'])
})

test('what another window changes of the same text is in this one too', async () => {
  const { id } = await serve().create()
  const { title } = await openEditor(id)
  await keepElsewhere(id, 'Begun elsewhere')
  await waitFor(() => expect(title).toHaveValue('Begun elsewhere'))
})

/** An editor with “Mine” in it that has not stored that yet, while another window stores “Theirs”. */
async function inConflict(id: string) {
  const opened = await openEditor(id)
  // At once, because it is stored after a pause.
  fireEvent.change(opened.title, { target: { value: 'Mine' } })
  await keepElsewhere(id, 'Theirs')
  expect(await screen.findByText('This draft was changed in another tab.')).toBeVisible()
  return { ...opened, alert: within(screen.getByRole('alert')) }
}

test('two windows that change one text are asked, and mine can be kept', async () => {
  const server = serve()
  const { id } = await server.create()
  const { user, title, alert } = await inConflict(id)
  expect((await keptTitles(id))[0]).toBe('Theirs')
  await user.click(alert.getByRole('button', { name: 'Keep mine' }))
  expect(await screen.findByText(/Your version was kept/)).toBeVisible()
  await user.type(title, ' too')
  await waitFor(async () => expect((await keptTitles(id))[0]).toBe('Mine too'))
  expect(await keptTitles(id)).toContain('Theirs')
  expect(patches(server.calls)).toEqual([])
})

test('or theirs can be taken, and mine put back', async () => {
  const { id } = await serve().create()
  const { user, title, alert } = await inConflict(id)
  await user.click(alert.getByRole('button', { name: 'Take theirs' }))
  expect(await screen.findByText(/The form now shows the other version/)).toBeVisible()
  expect(title).toHaveValue('Theirs')
  expect(await keptTitles(id)).toContain('Mine')
  await user.click(screen.getByRole('button', { name: 'Put it back' }))
  expect(title).toHaveValue('Mine')
  await waitFor(async () => expect((await keptTitles(id))[0]).toBe('Mine'))
  expect(await keptTitles(id)).toContain('Theirs')
})

test('a window that closes undecided keeps its text beside the other one, and asks again', async () => {
  const { id } = await serve().create()
  const { user } = await inConflict(id)
  await user.click(screen.getByRole('button', { name: 'Close' }))
  await user.click(await screen.findByRole('button', { name: 'Continue editing' }))
  expect(await screen.findByText('This draft was changed in another tab.')).toBeVisible()
  expect(await screen.findByRole('textbox', { name: 'Task title' })).toHaveValue('Mine')
  expect((await keptTitles(id))[0]).toBe('Theirs')
})

test('a text that is saved lets the change of another window stay', async () => {
  const server = serve()
  const { id } = await server.create()
  const { user, save } = await inConflict(id)
  await user.click(save)
  expect(await screen.findByText(/exactly as you wrote it/)).toBeVisible()
  expect((await server.read(id)).task_details?.task_name).toBe('Mine')
  expect(await screen.findByRole('button', { name: 'Continue editing' })).toBeVisible()
  expect((await keptTitles(id))[0]).toBe('Theirs')
})

test('of several changes that 0.4.0 kept the newest is gone on with, the rest is in the history', async () => {
  const { id } = await serve().create()
  const keep = (task_name: string, key: string, savedAt: number) =>
    localStorage.setItem(
      `batch-composer.edit.practice.${id}#${key.repeat(32)}`,
      JSON.stringify({
        version: 1,
        rev: key,
        savedAt,
        base: texts,
        texts: { ...texts, task_name },
      }),
    )
  keep('Older', 'a', Date.now() - 60_000)
  keep('Newer', 'b', Date.now())
  const { user, title, save } = await openEditor(id, practice, 'Continue editing')
  expect(title).toHaveValue('Newer')
  expect(await keptTitles(id)).toEqual(['Newer', 'Older'])
  await user.click(screen.getByRole('button', { name: 'History' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'History' }))
  await user.click(await dialog.findByRole('button', { name: /^Restore the text from/ }))
  expect(title).toHaveValue('Older')
  await user.click(save)
  expect(await screen.findByText(/exactly as you wrote it/)).toBeVisible()
  expect(await keptTitles(id)).toEqual([])
})

test('closing an editor in which all is as it was leaves nothing behind', async () => {
  const { id } = await serve().create()
  const { user, retitle } = await openEditor(id)
  await retitle('Mine')
  await waitFor(async () => expect(await keptTitles(id)).toEqual(['Mine']))
  await retitle(texts.task_name)
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(await screen.findByRole('button', { name: 'Edit text' })).toBeVisible()
  await waitFor(async () => expect(await keptTitles(id)).toEqual([]))
})

test('a change that another window saved is not here any more', async () => {
  const { id } = await serve().create()
  const { user, title } = await openEditor(id)
  await keepElsewhere(id, 'Theirs')
  await waitFor(() => expect(title).toHaveValue('Theirs'))
  await deleteDraft(editDraftId('practice', id))
  expect(await screen.findByText('This change is no longer in this browser.')).toBeVisible()
  expect(screen.queryByRole('textbox', { name: 'Task title' })).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(await screen.findByRole('button', { name: 'Edit text' })).toBeVisible()
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

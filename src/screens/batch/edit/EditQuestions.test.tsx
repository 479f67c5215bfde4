import 'fake-indexeddb/auto'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import { hasMembers } from '#contract/json-value.ts'
import { layoutItems } from '#contract/questions/layout-items.ts'
import { saveDraft } from '#drafts/autosave/save-draft.ts'
import { editDraftId } from '#drafts/store/batch-edit.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { readDraft } from '#drafts/store/drafts.ts'
import { BatchPage } from '#screens/batch/BatchPage.tsx'
import { renderAt } from '#test/render-at.tsx'
import { practice, prolific, serve } from '#test/serve.ts'

const texts = documentedExample.task_details
const pageOf = (...items: unknown[]) => ({
  rows: items.map((item) => ({ columns: [{ items: [item] }] })),
})
const question = { type: 'free_text', description: 'What is it about?', x_kept: [1, { a: null }] }
const batch_items = [pageOf({ type: 'dataset_field', field: 'review' }, question)]

// What jsdom has not got.
beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined
})

type Server = ReturnType<typeof serve>

const membersOf = (body: unknown) => (hasMembers(body) ? Object.keys(body) : [])

/** The bodies of the changes that the page sends from now on. */
function sentChanges() {
  const bodies: unknown[] = []
  const { fetch } = globalThis
  globalThis.fetch = (path, init) => {
    if (init?.method === 'PATCH' && typeof init.body === 'string') {
      bodies.push(JSON.parse(init.body))
    }
    return fetch(path, init)
  }
  return bodies
}

const show = (id: string, backend = practice) =>
  renderAt(
    `/${backend.place}/batches/${id}`,
    <BatchPage backend={backend} id={id} prolific={prolific} />,
  )

async function openEditor(id: string, opener = 'Edit questions', backend = practice) {
  const user = userEvent.setup()
  const page = show(id, backend)
  await user.click(await screen.findByRole('button', { name: opener }))
  const builder = within(await screen.findByRole('group', { name: 'Questions' }))
  /** Writes other words for the question whose card has these. */
  const reword = async (from: RegExp, to: string) => {
    await user.click(builder.getByRole('button', { name: from, expanded: false }))
    const box = await builder.findByRole('textbox', { name: 'Question' })
    await user.clear(box)
    await user.type(box, to)
    await user.click(builder.getByRole('button', { name: 'Done' }))
  }
  const save = () => user.click(screen.getByRole('button', { name: /^Save/ }))
  return { user, builder, reword, save, ...page }
}

const wordsOf = async (server: Server, id: string) =>
  layoutItems((await server.read(id)).batch_items).map(({ description }) => description)
const keptQuestions = async (id: string) => {
  const kept = await readDraft(editDraftId('practice', id))
  return kept?.kind === 'readable' ? kept.draft.texts.questions : null
}

test('changed questions are stored whole in one request, with their ids and what is not known', async () => {
  const server = serve()
  const before = await server.create({ batch_items })
  const { builder, reword, save } = await openEditor(before.id)
  const sent = sentChanges()
  expect(screen.getByText('1 question on 1 page')).toBeVisible()
  expect(builder.getByRole('button', { name: /Column of your data/ })).toBeVisible()
  await reword(/What is it about/, 'Is it clear?')
  await save()

  expect(await screen.findByText('Practice stored your questions as you wrote them.')).toBeVisible()
  expect(sent).toHaveLength(1)
  const text = JSON.stringify(before.batch_items).replace('What is it about?', 'Is it clear?')
  const items: unknown = JSON.parse(text)
  expect(sent[0]).toEqual({ batch_items: items })
  const after = await server.read(before.id)
  expect(after.batch_items).toEqual(items)
  expect(after.task_details).toEqual(texts)
  await waitFor(() => expect(screen.getByRole('button', { name: 'Edit questions' })).toHaveFocus())
  await waitFor(async () => expect(await keptQuestions(before.id)).toBeNull())
})

test('texts and questions that were both changed go in one request', async () => {
  const server = serve()
  const { id } = await server.create({ batch_items })
  const { user, reword, save } = await openEditor(id)
  const sent = sentChanges()
  await reword(/What is it about/, 'Is it clear?')
  await user.type(screen.getByRole('textbox', { name: 'Task title' }), ' again')
  await save()
  expect(await screen.findByText(/stored your questions/)).toBeVisible()
  expect(screen.getByText(/stored your text exactly as you wrote it/)).toBeVisible()
  expect(sent.map(membersOf)).toEqual([['task_details', 'batch_items']])
})

test('a batch without questions gets its first from the dialog that sets it up', async () => {
  const server = serve()
  const { id } = await server.create({ batch_items: null })
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true
    },
  })
  const user = userEvent.setup()
  show(id)
  await user.click(await screen.findByRole('button', { name: 'Set up…' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Set up this batch' }))
  await user.click(dialog.getByRole('button', { name: 'Add questions' }))
  const builder = within(await screen.findByRole('group', { name: 'Questions' }))
  await user.click(builder.getByRole('button', { name: 'Free text' }))
  await user.type(await builder.findByRole('textbox', { name: 'Question' }), 'Why?')
  await user.click(screen.getByRole('button', { name: 'Save changes' }))
  expect(await screen.findByText(/stored your questions as you wrote them/)).toBeVisible()
  expect(await wordsOf(server, id)).toEqual(['Why?'])
  expect(screen.getByRole('button', { name: 'Edit questions' })).toBeVisible()
})

test('what somebody else asks since is shown in words, and kept when that is the decision', async () => {
  const server = serve()
  const { id } = await server.create({ batch_items })
  const { user, builder, reword, save } = await openEditor(id)
  const sent = sentChanges()
  await reword(/What is it about/, 'Mine?')
  await server.rewriteQuestions(id, [pageOf({ ...question, description: 'Theirs?' })])
  await save()
  const alert = within(await screen.findByRole('alert'))
  expect(
    alert.getByText(
      'Somebody changed these questions while you were editing them. Nothing was sent.',
    ),
  ).toBeVisible()
  const region = within(await alert.findByRole('region', { name: 'Questions' }))
  expect(
    (await region.findAllByRole('insertion')).map((part) => part.textContent).join(' '),
  ).toMatch(/Theirs/)
  await save()
  expect(sent).toEqual([])

  await user.click(alert.getByRole('button', { name: 'Keep theirs' }))
  expect(await builder.findByRole('button', { name: /Theirs\?/ })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Put it back' }))
  expect(await builder.findByRole('button', { name: /Mine\?/ })).toBeVisible()
  await save()
  await user.click(await screen.findByRole('button', { name: 'Replace with mine' }))
  expect(await screen.findByText(/stored your questions/)).toBeVisible()
  expect(await wordsOf(server, id)).toEqual([undefined, 'Mine?'])
})

test('a text that somebody else stored meanwhile is neither sent nor overwritten', async () => {
  const server = serve()
  const { id } = await server.create({ batch_items })
  const { reword, save } = await openEditor(id)
  await reword(/What is it about/, 'Mine?')
  const theirs = { ...texts, task_name: 'Their title' }
  await server.rewrite(id, theirs)
  await save()
  expect(await screen.findByText(/stored your questions/)).toBeVisible()
  expect((await server.read(id)).task_details).toEqual(theirs)
  expect(await wordsOf(server, id)).toEqual([undefined, 'Mine?'])
})

test('a change that was not saved is there again, and can be taken back', async () => {
  const server = serve()
  const { id } = await server.create({ batch_items })
  const { reword, unmount } = await openEditor(id)
  await reword(/What is it about/, 'Half done?')
  await waitFor(async () => expect(await keptQuestions(id)).toContain('Half done?'))
  unmount()
  const { user, builder } = await openEditor(id)
  expect(await builder.findByRole('button', { name: /Half done\?/ })).toBeVisible()
  expect(screen.getByText(/These are your unsaved changes from/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Start over' }))
  expect(await builder.findByRole('button', { name: /What is it about/ })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(await screen.findByRole('button', { name: 'Edit text' })).toBeVisible()
})

test('a change of texts from before questions could be changed changes no questions', async () => {
  const server = serve()
  const { id } = await server.create({ batch_items })
  await saveDraft({
    id: editDraftId('practice', id),
    tab: 'earlier',
    place: 'practice',
    texts: {
      ...blankTexts,
      taskTitle: 'Kept by 0.6',
      introduction: texts.task_introduction,
      steps: texts.task_steps,
    },
    of: { place: 'practice', batchId: id, base: texts },
    base: null,
  })
  const { builder, save } = await openEditor(id)
  const sent = sentChanges()
  expect(builder.getByRole('button', { name: /What is it about/ })).toBeVisible()
  expect(screen.getByRole('textbox', { name: 'Task title' })).toHaveValue('Kept by 0.6')
  await save()
  expect(await screen.findByText(/stored your text exactly/)).toBeVisible()
  expect(sent.map(membersOf)).toEqual([['task_details']])
})

test('a refusal is said at the card that it is about, and loses nothing', async () => {
  const server = serve()
  const { id } = await server.create({ batch_items })
  const { builder, reword, save } = await openEditor(id)
  await reword(/What is it about/, 'Mine?')
  const place = { page: 0, row: 1, column: 0, item: 0, type: 'free_text' }
  const refusal = {
    type: 'invalid_batch_items',
    message: 'Invalid batch items',
    issues: [{ ...place, message: 'this wording is not allowed' }],
  }
  server.answerInstead((call) =>
    call.startsWith('PATCH') ? new Response(JSON.stringify(refusal), { status: 422 }) : undefined,
  )
  await save()
  expect(await screen.findByRole('alert')).toHaveTextContent(/Not saved\./)
  await waitFor(() =>
    expect(builder.getByRole('button', { name: /Mine\?/ })).toHaveAccessibleDescription(
      /Prolific says: this wording is not allowed/,
    ),
  )
})

test('all questions are removed only after a warning, also in Practice', async () => {
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true
    },
  })
  const server = serve()
  const { id } = await server.create({ batch_items: [pageOf(question)] })
  const { user, builder, save } = await openEditor(id)
  const sent = sentChanges()
  const face = builder.getByRole('button', { name: /What is it about/ })
  face.focus()
  await user.keyboard('{Delete}')
  await save()
  const title = 'Remove all questions from this batch?'
  const dialog = within(await screen.findByRole('dialog', { name: title }))
  expect(dialog.getByText('Practice deletes the questions and their ids.')).toBeVisible()
  await user.click(dialog.getByRole('button', { name: 'Go back' }))
  expect(sent).toEqual([])
  await save()
  await user.click(await screen.findByRole('button', { name: 'Remove the questions' }))
  expect((await screen.findAllByRole('button', { name: 'Add questions' })).length).toBeGreaterThan(
    0,
  )
  expect(sent).toEqual([{ batch_items: null }])
  const after = await server.read(id)
  expect([after.batch_items, after.total_instruction_count]).toEqual([null, 0])
  expect(after.task_details).toEqual(texts)
})

test('in Prolific a sentence names what is about to change', async () => {
  const server = serve()
  const { id } = await server.create({ name: 'Pilot', batch_items })
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true
    },
  })
  const asPractice = { ...prolific, base_path: practice.base_path }
  const { user, reword, save } = await openEditor(id, 'Edit questions', asPractice)
  const sent = sentChanges()
  await reword(/What is it about/, 'Mine?')
  await save()
  const dialog = within(
    await screen.findByRole('dialog', { name: 'Change these questions in Prolific?' }),
  )
  expect(dialog.getByText(/of “Pilot” will be replaced in Prolific/)).toHaveTextContent(
    /^Questions/,
  )
  expect(sent).toEqual([])
  await user.click(dialog.getByRole('button', { name: 'Save in Prolific' }))
  expect(await screen.findByText(/Prolific stored your questions/)).toBeVisible()
  expect(sent).toHaveLength(1)
})

test('questions that were stored in another way are shown beside those that were sent', async () => {
  const server = serve()
  const { id } = await server.create({ batch_items })
  const { user, reword, save } = await openEditor(id)
  await reword(/What is it about/, 'Mine?')
  // Stored, and then changed by somebody before it is read back.
  const readBack = [pageOf({ ...question, description: 'Mine, cut?' })]
  let stored = false
  server.answerInstead(async (call) => {
    if (call.startsWith('GET') && stored) await server.rewriteQuestions(id, readBack)
    stored ||= call.startsWith('PATCH')
    return undefined
  })
  await save()
  expect(
    await screen.findByText(
      'The questions that Practice stored differ from the questions you sent.',
    ),
  ).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Accept the stored questions' }))
  expect(screen.queryByText(/differ from the questions/)).not.toBeInTheDocument()
})

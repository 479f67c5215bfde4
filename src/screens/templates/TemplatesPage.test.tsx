import 'fake-indexeddb/auto'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { listDrafts } from '#drafts/store/drafts.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { addTemplate, deleteTemplate, listTemplates } from '#drafts/store/templates.ts'
import { renderAt } from '#test/render-at.tsx'
import { practice, prolific } from '#test/serve.ts'
import { TemplatesPage } from './TemplatesPage.tsx'

const texts = {
  ...blankTexts,
  taskTitle: 'Our own task',
  introduction: '<P>As we wrote it</P>',
  workspaceId: 'a'.repeat(24),
}

beforeEach(async () => {
  await Promise.all((await listTemplates()).map(({ id }) => deleteTemplate(id)))
})

const open = (backend = practice) =>
  renderAt(`/${backend.place}/templates`, <TemplatesPage backend={backend} />)
const cards = () => screen.getAllByRole('heading', { level: 3 }).map((card) => card.textContent)
const search = () => screen.getByRole('searchbox', { name: 'Search templates' })
const draftAt = async (address = '') => {
  const id = new URLSearchParams(address.split('?')[1]).get('draft')
  const kept = (await listDrafts()).find(
    (draft) => draft.kind === 'readable' && draft.draft.id === id,
  )
  return kept?.kind === 'readable' ? kept.draft : null
}

test('words in name, tags and description find a template, in any order', async () => {
  open()
  const user = userEvent.setup()
  await user.type(search(), 'hate')
  await waitFor(() => expect(cards()).toEqual(['Toxic comments']))
  await user.clear(search())
  await user.type(search(), 'AI compare')
  await waitFor(() => expect(cards()).toEqual(['Which answer is better?']))
})

test.each([
  ['questionnaire', 'Questionnaire with consent text'],
  ['Likert', 'Questionnaire with consent text'],
  ['survey', 'Questionnaire with consent text'],
  ['consent', 'Questionnaire with consent text'],
  ['A/B', 'Which image is better?'],
  ['speech', 'Transcript correction'],
  ['captions', 'Transcript correction'],
])('a search for “%s” finds “%s”', async (words, name) => {
  open()
  const all = cards().length
  await userEvent.type(search(), words)
  await waitFor(() => expect(cards().length).toBeLessThan(all))
  expect(cards()).toContain(name)
})

test('a search without hits says what to do', async () => {
  open()
  const user = userEvent.setup()
  await user.type(search(), 'zebra')
  expect(await screen.findByText(/No template matches “zebra”\. Try one word/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Show all templates' }))
  await waitFor(() => expect(cards().length).toBeGreaterThanOrEqual(12))
})

test('a template becomes a draft of its own that Practice can create', async () => {
  const { history } = open()
  await userEvent.click(screen.getByRole('button', { name: /^Preview\s*“Toxic comments”$/ }))
  const dialog = await screen.findByRole('dialog', { name: 'Toxic comments' })
  expect(within(dialog).getByText('How hurtful is this comment?', { selector: 'li' })).toBeVisible()
  expect(history.at(-1)).toBe('/practice/templates?template=toxicity')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Use this template' }))

  await waitFor(() => expect(history.at(-1)).toMatch(/^\/practice\/new\?draft=./))
  const draft = await draftAt(history.at(-1))
  expect(draft).toMatchObject({ place: 'practice', texts: { batchName: 'Toxicity of comments' } })
  const dataset = practice.datasets.find(({ id }) => id === draft?.texts.datasetId)
  expect(dataset?.fields).toContain('comment')
  expect(draft?.texts.questions).toContain('"dataset_field"')
})

test('in Prolific no dataset is made up', async () => {
  const { history } = open(prolific)
  const [use] = screen.getAllByRole('button', { name: 'Use this template' })
  await userEvent.click(use ?? search())
  await waitFor(() => expect(history.at(-1)).toMatch(/draft=./))
  expect(await draftAt(history.at(-1))).toMatchObject({ texts: { datasetId: '', workspaceId: '' } })
})

test('templates of one’s own come first, and without ids of the other place', async () => {
  await addTemplate({ name: 'Ours', place: 'practice', texts })
  const { history } = open(prolific)
  expect(await screen.findByRole('heading', { name: 'Your templates' })).toBeVisible()
  expect(cards()[0]).toBe('Ours')
  const [use] = screen.getAllByRole('button', { name: 'Use this template' })
  await userEvent.click(use ?? search())
  await waitFor(() => expect(history.at(-1)).toMatch(/draft=./))
  expect((await draftAt(history.at(-1)))?.texts).toMatchObject({
    introduction: '<P>As we wrote it</P>',
    workspaceId: '',
  })
})

/** The menu opens by markup alone, which this DOM does not act on. */
const choose = (user: ReturnType<typeof userEvent.setup>, item: string) =>
  user.click(screen.getByRole('button', { name: item, hidden: true }))

test('a template is renamed', async () => {
  await addTemplate({ name: 'Ours', place: 'practice', texts })
  open()
  const user = userEvent.setup()
  await screen.findByRole('button', { name: 'More actions for “Ours”' })
  await choose(user, 'Rename…')
  const dialog = await screen.findByRole('dialog', { name: 'Rename template' })
  const name = within(dialog).getByRole('textbox', { name: 'Name' })
  await user.clear(name)
  await user.click(within(dialog).getByRole('button', { name: 'Rename' }))
  expect(within(dialog).getByText('Enter a name.')).toBeVisible()
  await user.type(name, 'Better name{Enter}')
  expect(await screen.findByRole('heading', { name: 'Better name' })).toBeVisible()
  expect((await listTemplates()).map((template) => template.name)).toEqual(['Better name'])
})

test('deleting takes effect at once and can be undone', async () => {
  const ours = await addTemplate({ name: 'Ours', place: 'practice', texts })
  open()
  const user = userEvent.setup()
  await screen.findByRole('button', { name: 'More actions for “Ours”' })
  await choose(user, 'Delete')
  expect(await screen.findByText('“Ours” was deleted.')).toBeVisible()
  expect(await listTemplates()).toEqual([])
  expect(screen.getByRole('button', { name: 'Undo' })).toHaveFocus()
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('heading', { name: 'Ours' })).toBeVisible()
  expect(await listTemplates()).toEqual([ours])
})

import 'fake-indexeddb/auto'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { addDraft, readDraft } from '#drafts/store/drafts.ts'
import { saveDraft } from '#drafts/autosave/save-draft.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { renderAt } from '#test/render-at.tsx'
import { HistoryDialog } from './HistoryDialog.tsx'

const textsOf = (steps: string) => ({ ...blankTexts, steps })

/** A draft whose earlier texts are in its history; the last one is what the form holds. */
async function draftWith(first: string, ...later: string[]) {
  const id = await addDraft({ name: '', place: 'practice', texts: textsOf(first) })
  for (const steps of later) {
    // oxlint-disable-next-line no-await-in-loop -- One builds on the other.
    const kept = await readDraft(id)
    const base = kept?.kind === 'readable' ? kept.draft : null
    const next = { id, tab: 'tab', place: 'practice' as const, texts: textsOf(steps), base }
    // oxlint-disable-next-line no-await-in-loop
    await saveDraft({ ...next, keepPrevious: true })
  }
  return id
}

function open(id: string, now: string) {
  const onRestore = vi.fn<(state: object, message: string) => void>()
  renderAt(
    '/practice/new',
    <HistoryDialog id={id} now={textsOf(now)} onRestore={onRestore} onClose={() => {}} />,
  )
  return { onRestore, user: userEvent.setup() }
}

const states = async () =>
  within(await screen.findByRole('list', { name: 'Earlier versions' })).getAllByRole('button')

test('a history that cannot be read is not called empty', async () => {
  const id = await draftWith('<p>Read</p>')
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
    throw new DOMException('shut', 'InvalidStateError')
  })
  vi.spyOn(IDBIndex.prototype, 'getAll').mockImplementation(() => {
    throw new DOMException('shut', 'InvalidStateError')
  })
  open(id, '<p>Read</p>')
  expect(await screen.findByRole('alert')).toHaveTextContent('could not be read')
  expect(screen.queryByText(/No earlier versions yet/)).not.toBeInTheDocument()
  vi.restoreAllMocks()
})

test('earlier texts are told apart, the last one first', async () => {
  const now = '<p>Read it twice</p>'
  open(await draftWith('<p>Read</p>', '', now), now)
  const words = (await states()).map(({ textContent }) => textContent)
  expect(words).toEqual([
    expect.stringMatching(/\dEmpty$|MEmpty$/),
    expect.stringMatching(/1 word$/),
  ])
})

test('one is compared with what is in the form, and restored', async () => {
  const now = '<p>Read it twice</p>'
  const { user, onRestore } = open(await draftWith('<p>Read it once</p>', '', now), now)
  await user.click((await states())[1] ?? document.body)
  const difference = screen.getByRole('region', { name: 'Changes since then' })
  await waitFor(() => expect(difference).toHaveTextContent(/once/))
  await user.click(screen.getByRole('button', { name: /^Restore the text from/ }))
  expect(onRestore).toHaveBeenCalledWith(
    expect.objectContaining({ texts: textsOf('<p>Read it once</p>') }),
    expect.stringMatching(/^The text from .+ was restored\.$/),
  )
})

test('a draft without a history says when there will be one', async () => {
  open(await draftWith('<p>Read</p>'), '<p>Read</p>')
  expect(await screen.findByText(/^No earlier versions yet\./)).toBeVisible()
  expect(screen.queryByRole('button', { name: /^Restore/ })).toBeNull()
})

test.each([
  ['in words', 'Is it short?', 'short'],
  ['as they are written where they cannot be read', null, '[{"rows"'],
])('questions are compared %s', async (_, words, added) => {
  const asked = (description: string) =>
    JSON.stringify([{ rows: [{ columns: [{ items: [{ type: 'free_text', description }] }] }] }])
  const before = { ...blankTexts, questions: asked('Is it clear?') }
  const now = { ...blankTexts, questions: words === null ? '[{"rows"' : asked(words) }
  const id = await addDraft({ name: '', place: 'practice', texts: before })
  const kept = await readDraft(id)
  const base = kept?.kind === 'readable' ? kept.draft : null
  await saveDraft({ id, tab: 'tab', place: 'practice', texts: now, base, keepPrevious: true })
  const ignore = () => undefined
  renderAt('/practice/new', <HistoryDialog id={id} now={now} onRestore={ignore} onClose={ignore} />)
  await states()
  const difference = within(screen.getByRole('region', { name: 'Questions' }))
  const [insertion] = await difference.findAllByRole('insertion')
  expect(insertion).toHaveTextContent(added)
  expect(difference.queryAllByText('Show the exact JSON')).toHaveLength(words === null ? 0 : 1)
})

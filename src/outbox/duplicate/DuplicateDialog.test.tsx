import 'fake-indexeddb/auto'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test, vi } from 'vitest'
import { sampleBatchItems } from '#contract/questions/batch-items.ts'
import { documentedExample } from '#contract/examples.ts'
import { reconcile } from '#outbox/reconcile/reconcile.ts'
import { readDraft } from '#drafts/store/drafts.ts'
import { outboxEntries } from '#outbox/store/outbox.ts'
import { renderAt } from '#test/render-at.tsx'
import { practice, serve } from '#test/serve.ts'
import { DuplicateDialog } from './DuplicateDialog.tsx'

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  // What jsdom has not got: dialogs that open.
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true
    },
    close(this: HTMLDialogElement) {
      this.open = false
    },
  })
})

const open = async (id: string) => {
  const onClose = vi.fn<() => void>()
  const rendered = renderAt(
    '/practice/batches',
    <DuplicateDialog backend={practice} id={id} onClose={onClose} />,
  )
  await screen.findByRole('dialog')
  return { ...rendered, onClose, user: userEvent.setup() }
}
const button = (name: string) => screen.findByRole('button', { name })
const posts = (calls: string[]) => calls.filter((call) => call.startsWith('POST'))

/** The draft that the page went to. */
async function openedDraft(history: string[] | undefined) {
  const [, id = ''] = /^\/practice\/new\?draft=(.+)$/.exec(history?.at(-1) ?? '') ?? []
  const kept = await readDraft(id)
  return kept?.kind === 'readable' ? kept.draft : null
}

const task_details = {
  task_name: 'Ünïcode 👩‍🔬 & <b>',
  task_introduction: '<P>a&nbsp;b<br/>\r\n\t&copy; <li>unclosed',
  task_steps: '<!-- c --><ol start=3 >\n <li>\u202eשלום</ol>',
}

test('a draft has the content of the batch to the byte, another name, and the dataset', async () => {
  const server = serve()
  const { id } = await server.create({ name: 'Pilot', task_details })
  const { history, user, onClose } = await open(id)
  expect(await screen.findByRole('dialog', { name: 'Duplicate “Pilot”' })).toBeVisible()
  expect(screen.getByRole('textbox', { name: 'Batch name' })).toHaveValue('Pilot (copy)')
  await user.click(await button('Open the draft'))

  await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
  const draft = await openedDraft(history)
  expect(draft).toMatchObject({ place: 'practice', rev: 1 })
  expect(draft?.texts).toMatchObject({
    taskTitle: task_details.task_name,
    introduction: task_details.task_introduction,
    steps: task_details.task_steps,
    batchName: 'Pilot (copy)',
    workspaceId: documentedExample.workspace_id,
    datasetId: documentedExample.dataset_id,
  })
  expect(JSON.parse(draft?.texts.questions ?? '')).toEqual(sampleBatchItems)
  expect(posts(server.calls)).toEqual([])
})

test('a draft leaves the dataset out when asked to', async () => {
  const { id } = await serve().create()
  const { history, user } = await open(id)
  await user.click(await screen.findByRole('radio', { name: 'Leave it out' }))
  await user.click(await button('Open the draft'))
  await waitFor(async () => expect((await openedDraft(history))?.texts.datasetId).toBe(''))
})

test('the place itself duplicates once, however often the button is pressed', async () => {
  const server = serve()
  const { id } = await server.create({ name: 'Pilot', task_details })
  const { history, user } = await open(id)
  await user.click(await screen.findByRole('radio', { name: /A batch right away/ }))
  expect(screen.getByText('A batch cannot be deleted in Practice.')).toBeVisible()
  const duplicate = await button('Duplicate in Practice')
  await user.dblClick(duplicate)

  await waitFor(() => expect(history?.at(-1)).toMatch(/^\/practice\/batches\/.+/))
  expect(posts(server.calls)).toHaveLength(1)
  const copy = await server.read(history?.at(-1)?.split('/').at(-1) ?? '')
  expect(copy).toMatchObject({ name: 'Pilot (copy)', task_details, status: 'UNINITIALISED' })
  expect(copy.datasets).toHaveLength(1)
})

test('a duplicate without an answer is not sent again but looked for', async () => {
  const server = serve()
  const { id } = await server.create({ name: 'Pilot' })
  const { user, client, onClose } = await open(id)
  await user.click(await screen.findByRole('radio', { name: /A batch right away/ }))
  const name = screen.getByRole('textbox', { name: 'Batch name' })
  await user.clear(name)
  await user.type(name, 'Second !drop-after')
  await user.click(await button('Duplicate in Practice'))

  await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
  expect(posts(server.calls)).toHaveLength(1)
  const [entry] = await outboxEntries()
  if (entry?.kind !== 'readable') throw new Error('Nothing readable is kept.')
  expect(entry.intent).toMatchObject({ state: 'not-known', duplicateOf: { id } })
  const found = await reconcile(client, practice, entry.intent)
  expect(found).toMatchObject({ kind: 'found', batch: { name: 'Second !drop-after' } })
})

test('a refusal is told in the dialog, and nothing is lost', async () => {
  const { id } = await serve().create()
  const { user, onClose } = await open(id)
  await user.click(await screen.findByRole('radio', { name: /A batch right away/ }))
  await user.type(screen.getByRole('textbox', { name: 'Batch name' }), ' !400')
  await user.click(await button('Duplicate in Practice'))
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent(/Not duplicated\. .*Nothing was created\..*This name is refused/)
  expect(onClose).not.toHaveBeenCalled()
})

test('a duplicate is made although the browser takes itself to be offline', async () => {
  const server = serve()
  const { id } = await server.create({ name: 'Pilot' })
  const { user, onClose } = await open(id)
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  await user.click(await screen.findByRole('radio', { name: /A batch right away/ }))
  await user.click(await button('Duplicate in Practice'))
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
  expect(posts(server.calls)).toHaveLength(1)
})

test('what throws after it was sent is not told as something that was not', async () => {
  const server = serve()
  const { id } = await server.create({ name: 'Pilot' })
  const { user, onClose } = await open(id)
  onClose.mockImplementation(() => {
    throw new TypeError('on purpose')
  })
  await user.click(await screen.findByRole('radio', { name: /A batch right away/ }))
  await user.click(await button('Duplicate in Practice'))
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('We do not know whether a batch was created.')
  expect(alert).not.toHaveTextContent(/nothing was sent/i)
})

test('an id that no batch has is said to be unknown', async () => {
  serve()
  await open('0192a3b5-e8f9-7a0b-8c2d-3e4f5a6b7c8d')
  expect(await screen.findByRole('alert')).toHaveTextContent(/does not know this id/)
  expect(
    within(screen.getByRole('dialog')).getByRole('button', { name: 'Try again' }),
  ).toBeVisible()
})

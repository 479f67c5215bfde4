import 'fake-indexeddb/auto'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { newId } from '#contract/new-id.ts'
import { dataAddress, handFile, takeHandedFile } from '#dataset/store/handed-file.ts'
import { readDraft } from '#drafts/store/drafts.ts'
import { renderAt } from '#test/render-at.tsx'
import { practice, prolific, serve } from '#test/serve.ts'
import { DataPage } from './DataPage.tsx'

const csv = [
  'id,text,contact',
  '1,A fine day,ada@example.org',
  '2,<b>Bad</b> service,bob@example.org',
  '',
  '4,  Spaces  ,eve@example.org',
].join('\n')

beforeEach(() => {
  serve()
  // Rows are drawn for as much room as there is, and nothing has a size here.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400)
})

async function openWith(text: string, { name = 'texts.csv', draft = newId() } = {}) {
  const user = userEvent.setup({ applyAccept: false })
  const address = `/practice/data?draft=${draft}`
  const page = renderAt(address, <DataPage environment="practice" backend={practice} />)
  const file = new File([text], name, { type: 'text/csv' })
  await user.upload(
    await screen.findByLabelText(/^Choose a spreadsheet/, { selector: 'input' }),
    file,
  )
  await screen.findByRole('heading', { name: 'Choose the columns' })
  return { user, draft, ...page }
}

const rows = async () => {
  const table = screen.getByRole('region', { name: 'Rows' })
  await within(table).findByRole('row', { name: /^2 / })
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent)
}

test('a spreadsheet is read, and its rows have the numbers of the spreadsheet', async () => {
  await openWith(csv)
  expect(screen.getByText('4 rows, 3 columns')).toBeVisible()
  expect(await rows()).toEqual([
    '21A fine dayada@example.org',
    '32<b>Bad</b> servicebob@example.org',
    '4',
    '54  Spaces  eve@example.org',
  ])
})

test('what looks wrong has a fix, each fix can be undone, and personal data starts hidden', async () => {
  const { user } = await openWith(csv)
  expect(screen.getByText(/‘contact’ looks like e-mail addresses/)).toBeVisible()
  expect(screen.getByRole('combobox', { name: 'Use of ‘contact’' })).toHaveValue('metadata')

  await user.click(screen.getByRole('button', { name: 'Remove the empty row' }))
  expect(await screen.findByText('3 rows, 3 columns')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Turn HTML into text' }))
  expect(await screen.findByText('Bad service')).toBeVisible()

  const changes = within(screen.getByRole('list', { name: 'Changes so far' }))
  await user.click(changes.getAllByRole('button', { name: /^Undo: / })[0] ?? document.body)
  expect(await screen.findByText('4 rows, 3 columns')).toBeVisible()
  expect(await screen.findByText('Bad service')).toBeVisible()
})

test('a column is left out, renamed for participants and moved, and Undo takes each back', async () => {
  const { user } = await openWith(csv)
  await user.click(screen.getByRole('button', { name: 'Leave it out' }))
  const use = await screen.findByRole('combobox', { name: 'Use of ‘contact’' })
  await screen.findByText('‘contact’: Leave it out.')
  expect(use).toHaveValue('left_out')

  const label = screen.getByRole('textbox', { name: 'Participants see above ‘text’' })
  await user.clear(label)
  await user.type(label, 'Review')
  await user.tab()
  await screen.findByText('‘text’ is shown as ‘Review’.')
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await screen.findByText('Undone.')
  expect(screen.getByRole('textbox', { name: 'Participants see above ‘text’' })).toHaveValue('text')
})

test('file and choices are there again after a reload, and the draft has the name of the file', async () => {
  const { user, draft, unmount } = await openWith(csv)
  await user.click(screen.getByRole('button', { name: 'Remove the empty row' }))
  await screen.findByText('3 rows, 3 columns')
  await screen.findByText('Fixed.')
  unmount()
  renderAt(`/practice/data?draft=${draft}`, <DataPage environment="practice" backend={practice} />)
  expect(await screen.findByText('3 rows, 3 columns')).toBeVisible()
  const kept = await readDraft(draft)
  expect(kept?.kind === 'readable' && kept.draft.name).toBe('texts')
})

test('a newer file takes the place of the old one, with what was chosen for it', async () => {
  const { user } = await openWith(csv)
  await user.click(screen.getByRole('button', { name: 'Leave it out' }))
  await screen.findByText('‘contact’: Leave it out.')
  const newer = new File(['id,contact,note\n9,zoe@example.org,New'], 'newer.csv')
  await user.upload(screen.getByLabelText('Replace…', { selector: 'input' }), newer)
  expect(await screen.findByText(/It has no column ‘text’\. New: ‘note’\./)).toBeVisible()
  expect(screen.getByRole('combobox', { name: 'Use of ‘contact’' })).toHaveValue('left_out')
  expect(screen.getByText('newer.csv')).toBeVisible()
})

test('what is no table says so and what to do, and keeps what was there', async () => {
  const { user } = await openWith(csv)
  const picture = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])], 'a.png')
  await user.upload(screen.getByLabelText('Replace…', { selector: 'input' }), picture)
  expect(await screen.findByRole('alert')).toHaveTextContent('a.png could not be read.')
  await user.click(screen.getByRole('button', { name: 'Back to what was there' }))
  expect(await screen.findByText('4 rows, 3 columns')).toBeVisible()
})

test('a file that another screen has left is read at once, and once', async () => {
  const draft = newId()
  const address = dataAddress('practice', draft)
  handFile(address, new File(['id,text\n1,Hello'], 'left.csv'), 'left.csv')
  renderAt(address, <DataPage environment="practice" backend={practice} />)
  expect(await screen.findByText('left.csv')).toBeVisible()
  expect(screen.getByText('1 row, 2 columns')).toBeVisible()
  expect(takeHandedFile(address)).toBeNull()
})

test('pasted cells are read at once', async () => {
  const user = userEvent.setup()
  renderAt('/practice/data', <DataPage environment="practice" backend={practice} />)
  await user.click(await screen.findByRole('textbox', { name: 'Or paste cells' }))
  await user.paste('id\ttext\n1\tHello\n2\tWorld')
  expect(await screen.findByText('2 rows, 2 columns')).toBeVisible()
})

test('two columns stand side by side, and check rows are added, each undone by one press', async () => {
  const { user } = await openWith('id,a,b\n1,One,Uno\n2,Two,Due')
  await user.click(screen.getByText('Comparisons, orders and groups'))
  await user.selectOptions(screen.getByRole('combobox', { name: 'First' }), 'a')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Second' }), 'b')
  await user.click(screen.getByRole('button', { name: 'Side by side, sides shuffled' }))
  expect(await screen.findByRole('combobox', { name: 'Use of ‘left_is’' })).toHaveValue('metadata')
  expect(screen.getByRole('combobox', { name: 'Use of ‘a’' })).toHaveValue('left_out')
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await screen.findByText('Undone.')
  expect(screen.queryByRole('combobox', { name: 'Use of ‘left_is’' })).toBeNull()
  expect(screen.getByRole('combobox', { name: 'Use of ‘a’' })).toHaveValue('text')

  const cells = screen.getByRole('textbox', { name: 'Rows whose right answer you know' })
  await user.click(cells)
  await user.paste('nothing\tof yours\n1\t2')
  await user.click(screen.getByRole('button', { name: 'Add check rows' }))
  expect(await screen.findByText(/with the same headings as your data/)).toBeVisible()
  await user.clear(cells)
  await user.paste('id\ta\tb\nc1\tGood\tBad')
  await user.click(screen.getByRole('button', { name: 'Add check rows' }))
  expect(await screen.findByText('3 rows, 4 columns')).toBeVisible()
  expect(screen.getByRole('combobox', { name: 'Use of ‘is_check’' })).toHaveValue('metadata')
})

test('where a workspace cannot have columns, a dataset of the older kind is made instead', async () => {
  const { calls } = serve()
  const { user } = await openWith('text,secret\nOne,a\nTwo,b', { name: 'Two !typed-off.csv' })
  await user.click(screen.getByRole('button', { name: 'Make a dataset of 2 items' }))
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('This workspace cannot make datasets with columns.')
  expect(alert).toHaveTextContent('Practice says: “You do not currently have permission')
  expect(alert).toHaveTextContent('Questions cannot show single columns')
  await user.click(within(alert).getByRole('button', { name: 'Make the older kind' }))
  await vi.waitFor(() => expect(calls).toContainEqual(expect.stringMatching(/\.csv$/)))
  expect(calls.filter((call) => call.startsWith('POST'))).toHaveLength(2)
  expect(screen.getByText('Create the dataset', { exact: false })).toHaveTextContent(': done')
})

test('in Prolific everything is confirmed first, and without an upload the rows are a file', async () => {
  const user = userEvent.setup({ applyAccept: false })
  const { calls, answerInstead } = serve()
  const results = ['Lab', 'Class'].map((title) => ({ id: `id of ${title}`, title }))
  answerInstead((call) =>
    call.includes('/workspaces/')
      ? Response.json({ results, meta: { count: results.length } })
      : undefined,
  )
  const show = (backend: typeof prolific) =>
    renderAt(
      `/prolific/data?draft=${newId()}`,
      <DataPage environment="prolific" backend={backend} />,
    )
  const bring = async () =>
    user.upload(
      await screen.findByLabelText(/^Choose a spreadsheet/, { selector: 'input' }),
      new File(['text,pid\nOne,1\nTwo,2'], 'Two.csv'),
    )
  const first = show(prolific)
  await bring()
  await user.click(await screen.findByRole('button', { name: 'Make a dataset of 2 items…' }))
  expect(screen.getByText('Choose the workspace that the dataset belongs to.')).toBeVisible()
  await user.selectOptions(screen.getByRole('combobox', { name: 'Workspace' }), 'Lab')
  await user.click(screen.getByRole('button', { name: 'Make a dataset of 2 items…' }))
  const review = await screen.findByRole('dialog', { name: 'Make this dataset in Prolific?' })
  expect(within(review).getByText('2 items')).toBeVisible()
  expect(within(review).getByText('Lab')).toBeVisible()
  expect(review).toHaveTextContent('A dataset cannot be renamed or deleted in Prolific')
  await user.click(within(review).getByRole('button', { name: 'Go back' }))
  expect(calls.filter((call) => call.startsWith('POST'))).toEqual([])
  first.unmount()

  show({ ...prolific, uploads: false })
  await bring()
  expect(await screen.findByRole('button', { name: 'Save the rows (JSON Lines)' })).toBeVisible()
  expect(screen.queryByRole('button', { name: /^Make a dataset/ })).toBeNull()
})

import 'fake-indexeddb/auto'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { createDataset } from '#api/datasets/make-datasets.ts'
import { documentedExample } from '#contract/examples.ts'
import { newId } from '#contract/new-id.ts'
import { schemaOf } from '#dataset/records/make-records.ts'
import { readDraftData, saveDraftData } from '#dataset/store/draft-data.ts'
import { madeDatasets, noteMadeDataset } from '#dataset/store/made-datasets.ts'
import { DataPage } from '#screens/data/DataPage.tsx'
import { renderAt } from '#test/render-at.tsx'
import { practice, serve } from '#test/serve.ts'

const csv = 'ID,The text,photo\n1,One,https://example.org/1.png\n2,Two,broken\n'

beforeEach(() => {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400)
})

const chooser = (name: string) => screen.findByLabelText(name, { selector: 'input' })

/** A dataset that was made of `csv`, of which the second row was rejected. */
async function made() {
  const served = serve()
  const user = userEvent.setup({ applyAccept: false })
  const draft = newId()
  const page = () =>
    renderAt(
      `/practice/data?draft=${draft}`,
      <DataPage environment="practice" backend={practice} />,
    )
  const first = page()
  await user.upload(await chooser('Choose a spreadsheet…'), new File([csv], 'texts.csv'))
  await screen.findByRole('heading', { name: 'Choose the columns' })
  await user.selectOptions(screen.getByRole('combobox', { name: 'Use of ‘photo’' }), 'image_url')
  await screen.findByText(/^‘photo’: /)
  first.unmount()

  const data = await readDraftData(draft)
  if (!data) throw new Error('The data was not kept.')
  const { recipe, file: source } = data
  const workspaceId = documentedExample.workspace_id
  const schema = schemaOf(recipe.columns, false)
  const body = JSON.stringify({ name: 'texts', workspace_id: workspaceId, schema })
  const { id } = await createDataset(practice, body, newId())
  const at = Date.now()
  const reason = 'must be an absolute http or https address'
  const common = { environment: 'practice', workspaceId, name: 'texts' } as const
  await noteMadeDataset({ ...common, id, items: 0, columns: [], file: source, madeAt: at })
  await saveDraftData({
    ...data,
    making: {
      ...common,
      id: newId(),
      body,
      recipe,
      uploadSha: '',
      rows: 2,
      startedAt: at,
      create: { key: 'k', at, datasetId: id },
      address: { key: 'k', at, importId: 'i' },
      upload: { at, arrived: true },
      end: {
        status: 'partial',
        accepted: 1,
        rejected: 1,
        errors: [{ record: 1, field: 'photo', reason }],
        reason: null,
      },
    },
  })
  const { unmount } = page()
  await screen.findByRole('heading', { name: 'Add rows' })
  return { ...served, user, id, unmount, page }
}

const file = (text: string, name = 'more.csv') => new File([text], name)

test('rows of another file are shown, added once, and counted', async () => {
  const { user, calls, id } = await made()
  await user.upload(
    await chooser('Add rows…'),
    file('ID,The text,photo,note\n3,Three,,x\n4,Four,,y'),
  )
  expect(await screen.findByText('Add 2 rows of more.csv to “texts”?')).toBeVisible()
  expect(screen.getByText(/does not have this column: note\./)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Add 2 rows' }))
  expect(await screen.findByText('2 rows of more.csv are in the dataset.')).toBeVisible()
  expect(calls.filter((call) => call.endsWith('/datapoints'))).toHaveLength(1)
  await waitFor(async () => {
    const known = await madeDatasets('practice')
    // The first row was never uploaded here.
    expect(known.find((one) => one.id === id)?.items).toBe(2)
  })
})

test('a file of another shape is refused, and says which column it lacks', async () => {
  const { user, calls } = await made()
  await user.upload(await chooser('Add rows…'), file('ID,words\n3,Three'))
  const alert = await screen.findByText('more.csv cannot be added.')
  expect(alert).toBeVisible()
  expect(screen.getByText(/It has no column ‘The text’, ‘photo’\./)).toBeVisible()
  expect(calls.some((call) => call.endsWith('/datapoints'))).toBe(false)
})

test('rejected rows are listed by number, and can be fixed and appended', async () => {
  const { user } = await made()
  expect(screen.getByText('1 item made, 1 row rejected.')).toBeVisible()
  expect(await screen.findByText(/^Row 3, photo: must be/)).toBeVisible()
  const fixed =
    '{"id":"2","the_text":"Two","photo":"https://example.org/2.png"}\n{"id":"5","the_text":"Five","photo":"no"}\n'
  await user.upload(await chooser('Append the fixed rows…'), file(fixed, 'texts, rejected.jsonl'))
  await user.click(await screen.findByRole('button', { name: 'Add 2 rows' }))
  expect(
    await screen.findByText('1 row of texts, rejected.jsonl is in the dataset, 1 row rejected.'),
  ).toBeVisible()
  const lists = screen.getAllByRole('list', { name: 'Rejected rows' })
  expect(within(lists.at(-1) ?? document.body).getByText(/^Row 2, photo: /)).toBeVisible()
})

test('after a lost answer and a reload, the same call is asked for again', async () => {
  const { user, answerInstead, calls, id, unmount, page } = await made()
  answerInstead((call) =>
    call.endsWith('/datapoints') ? Promise.reject(new TypeError('Failed to fetch')) : undefined,
  )
  await user.upload(await chooser('Add rows…'), file('ID,The text,photo\n3,Three,'))
  await user.click(await screen.findByRole('button', { name: 'Add 1 row' }))
  await screen.findByRole('button', { name: 'Check and carry on' })
  unmount()
  page()
  answerInstead(undefined)
  expect(await screen.findByText('Adding rows was interrupted.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Check and carry on' }))
  expect(await screen.findByText('1 row of more.csv is in the dataset.')).toBeVisible()
  expect(calls.filter((call) => call.endsWith('/datapoints'))).toHaveLength(2)
  // It is noted last, and nothing is to be under way when the page of the test goes.
  await waitFor(async () => {
    const known = await madeDatasets('practice')
    expect(known.find((one) => one.id === id)?.items).toBe(1)
  })
})

import { PracticeDatasetList } from '#contract/app-config.ts'
import { documentedExample } from '#contract/examples.ts'
import { startApp, type AppServer } from './app-server.ts'
import { expect, test as base } from './fixtures.ts'
import { PracticeApi } from './practice-api.ts'

const TOKEN = 'canary-7f3d9a1c5e'

/** A second server, connected to the practice API of the first as if that were Prolific. */
const test = base.extend<{ connected: AppServer }>({
  connected: async ({ app }, use) => {
    const connected = await startApp({
      env: { PROLIFIC_URL: `${app.url}/practice`, PROLIFIC_TOKEN: TOKEN },
    })
    await use(connected)
    await connected.discard()
  },
  baseURL: ({ connected }, use) => use(connected.url),
})

test('creating in Prolific asks once, for everything there is to confirm', async ({
  write,
  batch,
  app,
  page,
}) => {
  const prolific = new PracticeApi(app.url)
  const name = 'Really in Prolific'
  await prolific.create({ ...documentedExample, name })
  await write.open('prolific')
  await write.fillExample(name)
  await write.workspace.selectOption(documentedExample.workspace_id)
  await page.getByRole('button', { name: 'Create in Prolific…' }).click()

  const review = page.getByRole('dialog')
  await expect(review).toContainText('Practice workspace')
  await expect(review).toContainText(name)
  await expect(review).toContainText(documentedExample.task_details.task_name)
  await expect(review).toContainText('Read each review carefully')
  await expect(review).toContainText('The workspace already has a batch with this name.')
  await expect(review).toContainText('A batch cannot be deleted in Prolific or moved')
  await review.getByRole('button', { name: 'Go back' }).click()
  expect(await prolific.named(name)).toHaveLength(1)

  await page.getByRole('button', { name: 'Create in Prolific…' }).click()
  await review.getByRole('button', { name: 'Create in Prolific' }).dblclick()
  await page.waitForURL(/\/prolific\/batches\//)
  await expect(batch.heading).toHaveText(name)
  await expect(page.getByText('Nothing is sent to Prolific')).toHaveCount(0)
  expect(await prolific.named(name)).toHaveLength(2)
})

test('the review says how much may disappear, and which placeholders are open', async ({
  write,
  connected,
  page,
}) => {
  const practice = new PracticeApi(connected.url)
  const { id } = await practice.create({
    ...documentedExample,
    task_details: {
      task_name: 'Rate {{product}}',
      task_introduction: '<h3>Hello</h3><p>Ask [your lab].<br>Bye.</p>',
      task_steps: '<p>Read</p><table><tr><td>a</td></tr></table>',
    },
  })
  await page.goto(`/prolific/new?from=practice/${id}`)
  await write.ready()
  await expect(write.steps.getByRole('table')).toBeVisible()
  await write.workspace.selectOption(documentedExample.workspace_id)
  await page.getByRole('button', { name: 'Create in Prolific…' }).click()
  const review = page.getByRole('dialog')
  await expect(review).toContainText('3 parts may disappear.')
  await expect(review).toContainText('2 placeholders left.')
  await expect(review).toContainText('as written: {{product}}, [your lab]')
})

test('a practice batch is carried to Prolific without its ids', async ({
  write,
  connected,
  page,
}) => {
  const practice = new PracticeApi(connected.url)
  const { id } = await practice.create({ ...documentedExample, name: 'Rehearsed' })
  await page.goto(`/prolific/new?from=practice/${id}`)
  await write.ready()
  await expect(write.batchName).toHaveValue('Rehearsed')
  await expect(write.steps).toContainText('Read each review carefully')
  await expect(write.dataset).toHaveValue('')
})

test('the header names whose token is used', async ({ write, page }) => {
  await write.open('prolific')
  await expect(page.getByRole('button', { name: 'Prolific: Ada Practice' })).toBeVisible()
})

for (const width of [1280, 390]) {
  test(`at ${width} px, a spreadsheet becomes a batch that is ready in Prolific`, async ({
    write,
    batch,
    app,
    page,
  }) => {
    const name = `Through the relay at ${width}`
    await page.setViewportSize({ width, height: 900 })
    await write.open('prolific')
    await page.getByRole('link', { name: /^From my spreadsheet/ }).click()
    const rows = Array.from({ length: 12 }, (_, index) => `${index + 1},Text & <b>${index + 1}</b>`)
    await page.locator('input[type=file][aria-label="Choose a spreadsheet…"]').setInputFiles({
      name: `${name}.csv`,
      mimeType: '',
      buffer: Buffer.from(['id,text', ...rows].join('\n')),
    })
    await page.getByRole('combobox', { name: 'Workspace' }).selectOption('Practice workspace')
    await page.getByRole('button', { name: 'Make a dataset of 12 items…' }).click()
    const review = page.getByRole('dialog', { name: 'Make this dataset in Prolific?' })
    await expect(review).toContainText('cannot be renamed or deleted in Prolific')
    await review.getByRole('button', { name: 'Make it in Prolific' }).dblclick()
    await expect(page.getByText('12 items made.')).toBeVisible()
    await page.getByRole('link', { name: 'Go on with the task' }).click()

    await write.ready()
    await write.type({ title: 'Rate texts', introduction: 'Twelve texts.', steps: 'Read.' })
    await write.batchName.fill(name)
    await page.locator('summary').filter({ hasText: 'Questions' }).click()
    await page.getByRole('button', { name: 'Rating scale…' }).click()
    const scale = page.getByRole('dialog')
    await scale.getByLabel('Statements').fill('It is clear.\nIt is kind.')
    await scale.getByRole('button', { name: 'Add 2 questions' }).click()
    await page.getByRole('button', { name: 'Add', exact: true }).last().click()
    const panel = page.getByRole('group', { name: 'Add', exact: true })
    await panel.getByRole('button', { name: /Column “text” Text & <b>1/ }).click()
    await page.getByRole('button', { name: 'Create in Prolific…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Create in Prolific' }).click()
    await page.waitForURL(/\/prolific\/batches\//)
    await batch.setUp({ size: 6, groups: 2 })
    await expect(batch.status).toContainText('Ready')
    // Prolific gives no rows back: these are the ones of the spreadsheet.
    await expect(page.getByText('Item 1 of 12')).toBeVisible()

    const listed = await page.request.get(`${app.url}/practice/api/practice/datasets`, {
      headers: { 'X-App-Request': '1' },
    })
    const { results } = PracticeDatasetList.parse(await listed.json())
    expect(results.filter((dataset) => dataset.name === name)).toMatchObject([
      { status: 'READY', total_datapoint_count: 12, fields: ['text'] },
    ])
    expect(await page.content()).not.toContain(TOKEN)
  })
}

import { documentedExample } from '#contract/examples.ts'
import { expect, test } from './fixtures.ts'

test('changing the place keeps every text, empties the ids and says so', async ({
  write,
  page,
}) => {
  await write.open()
  await write.fillExample('Moves house')
  await page.getByRole('button', { name: 'Practice', exact: true }).click()
  await page.getByRole('link', { name: /^Prolific/ }).click()

  await expect(page).toHaveURL(/\/prolific\/new/)
  await expect(page.getByText(/^Your text is kept/)).toBeVisible()
  await expect(write.title).toHaveValue(documentedExample.task_details.task_name)
  await expect(write.steps).toContainText('Read each review carefully')
  await expect(write.batchName).toHaveValue('Moves house')
  await expect(page.getByRole('textbox', { name: /Workspace/ })).toHaveValue('')
  await expect(page.getByText('Nothing is sent to Prolific')).toHaveCount(0)
})

test('practice says on every screen that it is practice', async ({
  write,
  batch,
  batches,
  api,
  page,
}) => {
  const strip = page.getByText(/Nothing is sent to Prolific/)
  const { id } = await api.create(documentedExample)
  await write.open()
  await expect(strip).toBeVisible()
  await batches.open()
  await expect(strip).toBeVisible()
  await batch.open(id)
  await expect(strip).toBeVisible()
})

test('a first visit begins with writing, a later one with the batches', async ({ write, page }) => {
  await page.goto('/')
  await write.ready()
  await expect(page).toHaveURL(/\/practice\/new$/)
  await write.fillExample('Been here before')
  await write.create()
  await page.goto('/')
  await expect(page).toHaveURL(/\/practice\/batches/)
  await expect(page.getByRole('link', { name: 'Been here before' })).toBeVisible()
})

test('an address that leads nowhere says where to go', async ({ page }) => {
  await page.goto('/practise/new')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'There is no page at this address.',
  )
})

test('Prolific without a token says how to connect, and the text can be written', async ({
  write,
  page,
}) => {
  await write.open('prolific')
  await expect(page.getByText('Prolific is not connected yet.')).toBeVisible()
  await write.title.fill('Written before connecting')
  await expect(write.title).toHaveValue('Written before connecting')
})

import { documentedExample } from '#contract/examples.ts'
import { expect, test } from './fixtures.ts'

test('what was written is there again after a reload, and says from when', async ({
  write,
  page,
}) => {
  await write.open()
  await write.type({ title: 'Rate reviews', introduction: 'About reviews', steps: 'Read them' })
  await page.reload()
  await write.ready()
  await expect(page.getByText(/Restored from \d/)).toBeVisible()
  await expect(write.title).toHaveValue('Rate reviews')
  await expect(write.introduction).toHaveText('About reviews')
  await expect(write.steps).toHaveText('Read them')
  await expect(page.getByText(/Saved in this browser/)).toBeVisible()
})

test('Start over empties the form at once, and Undo brings everything back', async ({
  write,
  page,
}) => {
  await write.open()
  await write.fillExample('Not really over')
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(write.title).toHaveValue('')
  await expect(write.steps).toHaveText('')
  await page.getByRole('button', { name: 'Undo' }).filter({ hasText: 'Undo' }).click()
  await expect(write.batchName).toHaveValue('Not really over')
  await expect(write.steps).toContainText('Read each review carefully')
})

test('the example is offered while there is nothing to lose', async ({ write, page }) => {
  const example = page.getByRole('button', { name: 'Start from an example' })
  await write.open()
  await expect(example).toBeVisible()
  await write.type({ introduction: 'My own words' })
  await expect(example).toBeHidden()
})

test('a batch to begin from takes nothing away that cannot be had back', async ({
  write,
  api,
  page,
}) => {
  const { id } = await api.create({ ...documentedExample, name: 'To begin from' })
  await write.open()
  await write.type({ title: 'My own title', introduction: 'My own words' })
  await page.goto(`/practice/new?from=practice/${id}`)
  await expect(page.getByText('Started from “To begin from”.')).toBeVisible()
  await expect(write.steps).toContainText('Read each review carefully')
  await page.getByRole('main').getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect(write.title).toHaveValue('My own title')
  await expect(write.introduction).toHaveText('My own words')
  await expect(page).toHaveURL(/\/practice\/new$/)
})

test('what is typed before the script arrives is kept', async ({ write, page }) => {
  let letScriptsIn = () => {}
  const scriptsMayCome = new Promise<void>((resolve) => {
    letScriptsIn = resolve
  })
  await page.route('**/*.js', async (route) => {
    await scriptsMayCome
    await route.continue()
  })
  await page.goto('/practice/new', { waitUntil: 'commit' })
  await write.title.fill('Typed early')
  await write.batchName.fill('Named early')
  letScriptsIn()
  await write.ready()
  await expect(write.title).toHaveValue('Typed early')
  await expect(write.batchName).toHaveValue('Named early')
  expect(JSON.parse(await write.shownRequest())).toMatchObject({
    name: 'Named early',
    task_details: { task_name: 'Typed early' },
  })
})

test('a full storage is said, and the text can be downloaded', async ({ write, page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('no room', 'QuotaExceededError')
    }
  })
  await write.open()
  await write.title.fill('Too much')
  await expect(page.getByText('Not saved: browser storage is full.')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.json$/)
})

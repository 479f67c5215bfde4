import type { Page } from '@playwright/test'
import { PracticeDatasetList } from '#contract/app-config.ts'
import { expect, test } from './fixtures.ts'
import type { WritePage } from './write-page.ts'

const rows = Array.from({ length: 12 }, (_, index) => `${index + 1},Text ${index + 1}`)

/** A form that is filled in, with a spreadsheet that no dataset was made of. */
async function writeWithData(page: Page, fileName: string) {
  await page.locator('input[type=file][aria-label="Choose a spreadsheet…"]').setInputFiles({
    name: fileName,
    mimeType: '',
    buffer: Buffer.from(['id,text', ...rows].join('\n')),
  })
  await expect(page.getByText('12 rows, 2 columns')).toBeVisible()
  await page.getByRole('link', { name: 'Back to the task' }).click()
}

async function fill(write: WritePage, name: string) {
  await write.ready()
  await write.type({ title: 'Rate texts', introduction: 'Twelve texts.', steps: 'Read.' })
  await write.batchName.fill(name)
}

async function datasets(page: Page, url: string) {
  const headers = { 'X-App-Request': '1' }
  const listed = await page.request.get(`${url}/practice/api/practice/datasets`, { headers })
  return PracticeDatasetList.parse(await listed.json()).results
}

test('one review makes the dataset of the spreadsheet, then the batch with it', async ({
  page,
  write,
  batch,
  app,
}) => {
  await write.open()
  await page.getByRole('link', { name: /^From my spreadsheet/ }).click()
  await writeWithData(page, 'First the data.csv')
  await fill(write, 'With its data')
  await page.getByRole('button', { name: 'Create practice batch' }).click()

  const review = page.getByRole('dialog', { name: 'Create this batch in Practice?' })
  await expect(
    review.getByRole('checkbox', { name: /^Make a dataset of First the data\.csv/ }),
  ).toBeChecked()
  await expect(review).toContainText('12 items')
  await review.getByRole('button', { name: 'Create in Practice' }).click()
  await page.waitForURL(/\/practice\/batches\//)
  await expect(batch.heading).toHaveText('With its data')
  const made = (await datasets(page, app.url)).filter(({ name }) => name === 'First the data')
  expect(made).toMatchObject([{ status: 'READY', total_datapoint_count: 12 }])
  await expect(page.getByText(/12 items/).first()).toBeVisible()
})

test.describe('when an answer is lost', () => {
  test.use({ expectedConsole: [/ERR_CONNECTION_RESET/] })

  test('a dataset that stops half way keeps the batch back, and is carried on once', async ({
    page,
    write,
    batch,
    app,
  }) => {
    await write.open()
    await page.getByRole('link', { name: /^From my spreadsheet/ }).click()
    await writeWithData(page, 'Half way.csv')
    await fill(write, 'After a stop')
    await page.getByRole('button', { name: 'Create practice batch' }).click()
    const review = page.getByRole('dialog')
    let cut = 0
    // The first answer of the creation gets lost on its way.
    await page.route('**/data-collection/datasets', async (route) => {
      cut += 1
      if (cut > 1) return route.continue()
      await route.fetch()
      return route.abort('connectionreset')
    })
    await review.getByRole('button', { name: 'Create in Practice' }).click()
    const alert = page.getByRole('alert').filter({ hasText: 'No batch was created.' })
    await expect(alert).toContainText('not done twice')
    await alert.getByRole('button', { name: 'Check and carry on' }).click()
    await expect(review).toContainText('goes on from where it stopped')
    await review.getByRole('button', { name: 'Create in Practice' }).click()
    await page.waitForURL(/\/practice\/batches\//)
    await expect(batch.heading).toHaveText('After a stop')
    const made = (await datasets(page, app.url)).filter(({ name }) => name.startsWith('Half way'))
    expect(made).toMatchObject([{ status: 'READY', total_datapoint_count: 12 }])
  })
})

test('the batch can be created without the spreadsheet', async ({ page, write, batch, app }) => {
  await write.open()
  await page.getByRole('link', { name: /^From my spreadsheet/ }).click()
  await writeWithData(page, 'Not this one.csv')
  await fill(write, 'Without its data')
  await page.getByRole('button', { name: 'Create practice batch' }).click()
  const review = page.getByRole('dialog')
  await review.getByRole('checkbox', { name: /^Make a dataset/ }).uncheck()
  await expect(review).toContainText('No dataset yet')
  await review.getByRole('button', { name: 'Create in Practice' }).click()
  await page.waitForURL(/\/practice\/batches\//)
  await expect(batch.heading).toHaveText('Without its data')
  expect((await datasets(page, app.url)).filter(({ name }) => name === 'Not this one')).toEqual([])
})

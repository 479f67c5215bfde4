import { documentedExample } from '#contract/examples.ts'
import { expect, test, testAlone } from './fixtures.ts'

const MANY = 1000

testAlone(
  '1,000 batches open, are searched by name, and lead to the batch',
  async ({ api, batches, batch, page }) => {
    for (let first = 1; first <= MANY; first += 50) {
      const numbers = Array.from({ length: 50 }, (_, at) => first + at)
      await Promise.all(
        numbers.map((number) => api.create({ ...documentedExample, name: `Batch no. ${number}` })),
      )
    }
    const links = page.getByRole('link', { name: /Batch no\./ })
    await batches.open()
    await batches.search.fill('no. 777')
    await expect(links).toHaveText([/Batch no\. 777/])
    await batches.search.fill('nothing like it')
    await expect(links).toHaveCount(0)
    await batches.search.fill('no. 777')
    await batches.named('Batch no. 777').click()
    await expect(batch.heading).toHaveText('Batch no. 777')
  },
)

testAlone('an empty workspace leads to the form', async ({ batches, page }) => {
  await batches.open()
  await page.getByRole('link', { name: 'Write the first one' }).click()
  await expect(page).toHaveURL(/\/practice\/new/)
})

test('that there is no dataset is said in one line', async ({ api, batches, page }) => {
  await api.create({ ...documentedExample, name: 'Without data', dataset_id: null })
  await batches.open()
  const words = page.getByText('No dataset', { exact: true }).first()
  const lines = () => words.evaluate((element) => element.getClientRects().length)
  await expect(words).toBeVisible()
  expect(await lines()).toBe(1)
  await page.setViewportSize({ width: 390, height: 800 })
  expect(await lines()).toBe(1)
})

test('the newest batch comes first', async ({ api, batches, page }) => {
  await api.create({ ...documentedExample, name: 'Older' })
  await api.create({ ...documentedExample, name: 'Newest of all' })
  await batches.open()
  await expect(
    page
      .getByRole('main')
      .getByRole('link', { name: /Older|Newest/ })
      .first(),
  ).toHaveText(/Newest of all/)
})

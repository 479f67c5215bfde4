import { completeBatch } from './practice-api.ts'
import { expect, test } from './fixtures.ts'

test('the end of a set-up is announced and written in the tab', async ({ batch, api, page }) => {
  const { id } = await api.create({ ...completeBatch, name: 'Followed' })
  await batch.open(id)
  await expect(page).toHaveTitle('Not set up yet – Followed')
  await batch.setUp({ size: 30, groups: 4 })
  await expect(page).toHaveTitle('Being set up – Followed')
  await expect(page).toHaveTitle('Ready – Followed')
  await expect(batch.status).toHaveText(/^Ready\. 100 items in 4 groups\./)
})

test('a failed set-up is explained', async ({ batch, api }) => {
  const { id } = await api.create({ ...completeBatch, name: 'Goes wrong !setup-error' })
  await batch.open(id)
  await batch.setUp({ size: 10, groups: 10 })
  await expect(batch.status).toHaveText(/^Set-up failed\. The API gives no reason\./)
})

test('a status that nobody knows is shown as it came', async ({ batch, api, page }) => {
  const { id } = await api.create({ ...completeBatch, name: 'Odd !status-unknown' })
  await batch.open(id)
  await batch.setUp({ size: 10, groups: 10 })
  await expect(batch.status).toHaveText(/Status: PAUSED_X/)
  await expect(page.getByText('This version does not know this status.')).toBeVisible()
})

test.describe('when looking at the status fails', () => {
  test.use({ expectedConsole: [/status of 500/] })

  test('the last known status stays, with the time of the failure', async ({
    batch,
    api,
    page,
  }) => {
    const { id } = await api.create({ ...completeBatch, name: 'No looking !status-500' })
    await batch.open(id)
    await expect(page.getByText(/Could not check at/)).toBeVisible()
    await expect(batch.status).toHaveText('Not set up yet')
    await page.getByRole('button', { name: 'Try now' }).click()
    await expect(page.getByText(/Could not check at/)).toBeVisible()
  })
})

test.describe('a batch that is not there', () => {
  test.use({ expectedConsole: [/status of 404/] })

  test('is said to be unknown here, with a way on', async ({ batch, page }) => {
    await batch.open('0192a3b5-e8f9-7a0b-8c2d-3e4f5a6b7c99')
    await expect(batch.heading).toHaveText('Batch not found')
    await expect(page.getByRole('link', { name: 'See the batches in Practice' })).toBeVisible()
  })
})

test('a batch set up by somebody else is noticed on return to the page', async ({
  batch,
  api,
  page,
}) => {
  const { id } = await api.create({ ...completeBatch, name: 'Set up elsewhere' })
  await batch.open(id)
  await expect(batch.status).toHaveText('Not set up yet')
  await api.setUp(id, 10)
  await page.evaluate(() =>
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
  )
  await expect(batch.status).toHaveText(/^Ready/)
})

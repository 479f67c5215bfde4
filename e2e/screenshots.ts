import { completeBatch } from './practice-api.ts'
import { expect, test } from './fixtures.ts'

/* The README's pictures, from the built app: `npm run screenshots`. */
const FOLDER = '.github/screenshots'

test('writing, on a computer', async ({ write, page }) => {
  await write.open()
  await write.fillExample()
  await expect(write.participantView.getByText('Read each review carefully')).toBeVisible()
  await page.screenshot({ path: `${FOLDER}/write.png`, animations: 'disabled' })
})

test('a batch that is ready', async ({ batch, api, page }) => {
  const { id } = await api.create(completeBatch)
  await api.setUp(id, 10)
  await batch.open(id)
  await expect(batch.status).toHaveText(/^Ready\./)
  await expect(page.frameLocator('iframe').getByText('Read each review carefully')).toBeVisible()
  await page.screenshot({ path: `${FOLDER}/batch.png`, animations: 'disabled' })
})

test.describe('on a phone, in the dark', () => {
  test.use({ viewport: { width: 390, height: 844 }, colorScheme: 'dark', deviceScaleFactor: 2 })

  test('writing', async ({ write, page }) => {
    await write.open()
    await write.fillExample()
    await expect(write.steps).toContainText('Read each review carefully')
    await page.screenshot({ path: `${FOLDER}/write-phone-dark.png`, animations: 'disabled' })
  })
})

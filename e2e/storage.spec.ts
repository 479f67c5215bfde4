import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { WritePage } from './write-page.ts'

const downloaded = async (page: Page) => {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  return readFile(await (await download).path(), 'utf8')
}

test('a database that another tab blocks is said, and used once that tab is closed', async ({
  write,
  page,
  context,
}) => {
  const other = await context.newPage()
  await other.goto('/preview.html')
  await other.evaluate(async () => {
    const request = indexedDB.open('batch-composer', 1)
    request.addEventListener('upgradeneeded', () =>
      request.result.createObjectStore('drafts', { keyPath: 'id' }),
    )
    await new Promise((resolve) => request.addEventListener('success', resolve))
  })
  await write.open()
  await write.fillExample('Blocked by a tab')
  await write.title.fill('Written while blocked')
  await expect(page.getByText('Not saved: another tab is blocking browser storage.')).toBeVisible()
  await expect(page.getByText('Close the other tabs. This one then continues')).toBeAttached()
  expect(await downloaded(page)).toContain('Written while blocked')
  await write.createButton.click()
  await expect(
    page.getByText('This browser could not prepare the request. Nothing was sent.'),
  ).toBeVisible()
  await page.goto('/practice/drafts')
  await expect(page.getByText('The drafts could not be read.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Blocked by a tab' })).toBeVisible()

  await other.close()
  await expect(page.getByText('The drafts could not be read.')).toBeHidden()
  await page.getByRole('link', { name: 'Blocked by a tab' }).click()
  await expect(write.title).toHaveValue('Written while blocked')
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  await write.create()
})

test('where no database can be opened, a draft is there again however often it is looked at', async ({
  write,
  page,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The user denied permission to access the database.', 'UnknownError')
    }
  })
  await write.open()
  await write.title.fill('An hour of work')
  await expect(page.getByText('Not saved: browser storage cannot be opened.')).toBeVisible()
  const address = page.url()
  for (const look of [1, 2]) {
    await page.goto('/practice/drafts')
    await expect(page.getByRole('link', { name: 'An hour of work' }), `look ${look}`).toBeVisible()
    await page.goto(address)
    await expect(write.title).toHaveValue('An hour of work')
  }
})

test('a save that takes long says so with the download, and Saved when it comes', async ({
  write,
  page,
  context,
}) => {
  await write.open()
  await write.title.fill('Quick')
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  const other = await context.newPage()
  await other.goto('/preview.html')
  await other.evaluate(async () => {
    const request = indexedDB.open('batch-composer')
    await new Promise((resolve) => request.addEventListener('success', resolve))
    const store = request.result.transaction('drafts', 'readwrite').objectStore('drafts')
    const goOn = () => store.get('nothing').addEventListener('success', goOn)
    goOn()
  })
  await write.title.fill('Slow')
  await expect(page.getByText('Saving…')).toBeVisible()
  await expect(page.getByText('Saving is taking a while.')).toBeVisible()
  expect(await downloaded(page)).toContain('Slow')
  await other.close()
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  await page.reload()
  await expect(new WritePage(page).title).toHaveValue('Slow')
})

import { chromium } from '@playwright/test'
import { startApp } from './app-server.ts'
import { BatchPage } from './batch-page.ts'
import { chromiumOptions } from './chromium.ts'
import { expect, test } from './fixtures.ts'
import { WritePage } from './write-page.ts'

const HOST = 'batches.lab.test'

// Such pages have neither locks nor a way to ask for lasting storage.
test('on a plain-http address of a network drafts are kept, batches are created, and what is missing is said', async () => {
  const server = await startApp({ env: { ALLOWED_HOSTS: HOST } })
  const options = chromiumOptions()
  const resolver = `--host-resolver-rules=MAP ${HOST} 127.0.0.1`
  const browser = await chromium.launch({ ...options, args: [...(options.args ?? []), resolver] })
  const context = await browser.newContext({ baseURL: `http://${HOST}:${server.port}` })
  const page = await context.newPage()
  const write = new WritePage(page)
  await write.open()
  expect(await page.evaluate(() => isSecureContext || 'locks' in navigator)).toBe(false)

  await write.fillExample('By plain http')
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  await page.reload()
  await write.ready()
  await expect(write.batchName).toHaveValue('By plain http')

  await page.goto('/practice/drafts')
  await expect(page.getByText('This connection is not encrypted.')).toBeVisible()
  await page.getByRole('link', { name: 'By plain http' }).click()
  await write.ready()
  await write.createButton.dblclick()
  await expect(new BatchPage(page).heading).toHaveText('By plain http')
  await page.goto('/practice/batches')
  await expect(page.getByRole('link', { name: 'By plain http' })).toHaveCount(1)

  await browser.close()
  await server.discard()
})

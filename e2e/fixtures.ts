import { expect, test as base } from '@playwright/test'
import { startApp, type AppServer } from './app-server.ts'
import { BatchesPage } from './batches-page.ts'
import { BatchPage } from './batch-page.ts'
import { PracticeApi } from './practice-api.ts'
import { watch } from './watch.ts'
import { WritePage } from './write-page.ts'

type TestFixtures = {
  /** Console errors that the test provokes on purpose. Anything else fails it. */
  expectedConsole: RegExp[]
  /** Other hosts that the test lets the page ask. */
  expectedHosts: string[]
  /** Words of what the watch is to catch in a test that does it on purpose: all of it, nothing else. */
  breaches: string[]
  nothingGoesWrong: void
  write: WritePage
  batch: BatchPage
  batches: BatchesPage
  api: PracticeApi
}

/** Every test has the built app on an origin that only its worker uses, and is watched throughout. */
export const test = base.extend<TestFixtures, { app: AppServer }>({
  app: [
    async ({}, use) => {
      const app = await startApp()
      await use(app)
      await app.discard()
    },
    { scope: 'worker' },
  ],
  baseURL: ({ app }, use) => use(app.url),
  expectedConsole: [[], { option: true }],
  expectedHosts: [[], { option: true }],
  breaches: [[], { option: true }],
  nothingGoesWrong: [
    async ({ context, baseURL, expectedConsole, expectedHosts, breaches }, use) => {
      const seen = await watch(context, baseURL ?? '', expectedConsole, expectedHosts)
      await use()
      const isMeant = (said: string) => breaches.some((words) => said.includes(words))
      await expect
        .poll(() => breaches.filter((words) => !seen.some((said) => said.includes(words))))
        .toEqual([])
      expect(seen.filter((said) => !isMeant(said))).toEqual([])
    },
    { auto: true },
  ],
  write: ({ page }, use) => use(new WritePage(page)),
  batch: ({ page }, use) => use(new BatchPage(page)),
  batches: ({ page }, use) => use(new BatchesPage(page)),
  api: ({ app }, use) => use(new PracticeApi(app.url)),
})

/** For a test that ends its server, fills it, or needs it empty: the same on a server of its own. */
export const testAlone = test.extend<{ alone: AppServer }>({
  alone: async ({}, use) => {
    const alone = await startApp()
    await use(alone)
    await alone.discard()
  },
  baseURL: ({ alone }, use) => use(alone.url),
  api: ({ alone }, use) => use(new PracticeApi(alone.url)),
})
export { expect } from '@playwright/test'

import type { Page } from '@playwright/test'
import { documentedExample } from '#contract/examples.ts'
import { startApp, type AppServer } from './app-server.ts'
import { noteEverything } from './canary.ts'
import { expect, test as base } from './fixtures.ts'
import { startStrictProvider } from './strict-provider.ts'
import type { WritePage } from './write-page.ts'

const TOKEN = 'canary-7f3d9a1c5e'
const MISTYPED = 'canary-mistyped-04'

type Provider = Awaited<ReturnType<typeof startStrictProvider>>
type Given = { page: Page; write: WritePage; provider: Provider }

const test = base.extend<{ provider: Provider; serverToken: string; connected: AppServer }>({
  serverToken: ['', { option: true }],
  provider: async ({ app }, use) => {
    const provider = await startStrictProvider(app.url, TOKEN)
    await use(provider)
    provider.close()
  },
  connected: async ({ provider, serverToken }, use) => {
    const server = await startApp({
      env: { PROLIFIC_URL: provider.url, PROLIFIC_TOKEN: serverToken },
    })
    await use(server)
    await server.discard()
  },
  baseURL: ({ connected }, use) => use(connected.url),
})
test.use({ expectedConsole: [/status of (401|500|502)/] })

const dialogOf = (page: Page) => page.getByRole('dialog')
const placeButton = (page: Page) => page.getByRole('button', { name: /^Prolific/ })

async function openConnection(page: Page, entry: string) {
  await placeButton(page).press('Enter')
  await page.getByRole('banner').getByRole('link', { name: entry }).press('Enter')
}

/*
 * What anybody may do while a token is in use. A part of the app that writes something down, such as an
 * export or program code, adds a line here: the sweep looks at everything that comes of it.
 */
const flows: Record<string, (given: Given) => Promise<void>> = {
  'creating a batch': async ({ page, write }) => {
    await write.open('prolific')
    await write.fillExample('Looked through')
    await write.workspace.selectOption(documentedExample.workspace_id)
    await page.getByRole('tab', { name: 'Request' }).click()
    await page.getByRole('button', { name: 'Create in Prolific…' }).click()
    await dialogOf(page).getByRole('button', { name: 'Create in Prolific' }).click()
    await page.waitForURL(/\/prolific\/batches\//)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Looked through')
  },
  'a refusal that repeats the token': async ({ page, write, provider }) => {
    await write.open('prolific')
    await write.fillExample('Never created')
    await write.workspace.selectOption(documentedExample.workspace_id)
    provider.mood = 'refusing'
    await page.getByRole('button', { name: 'Create in Prolific…' }).click()
    await dialogOf(page).getByRole('button', { name: 'Create in Prolific' }).click()
    await expect(page.getByText(/Prolific did not accept the token \(401\)/).first()).toBeVisible()
    await expect(page.getByRole('link', { name: 'Connect again' }).first()).toBeVisible()
  },
  'a breakdown that repeats the token': async ({ page, provider }) => {
    provider.mood = 'broken'
    await page.goto('/prolific/batches')
    await expect(page.getByText(/could not be loaded/).first()).toBeVisible()
  },
}

async function carryOutFlows(given: Given, notePage: (page: Page) => Promise<void>) {
  for (const flow of Object.values(flows)) {
    given.provider.mood = 'well'
    // One after the other: they share the page.
    // oxlint-disable-next-line no-await-in-loop
    await flow(given)
    // oxlint-disable-next-line no-await-in-loop
    await notePage(given.page)
  }
  given.provider.mood = 'well'
}

const withCanary = (traces: { where: string; text: string }[]) =>
  traces.filter(({ text }) => text.includes('canary-')).map(({ where }) => where)

test('a token that somebody connects with is found nowhere', async ({
  context,
  connected,
  provider,
  write,
}) => {
  // It goes through every screen, and reads after each whatever the browser holds.
  test.slow()
  const { notePage, traces } = noteEverything(context, connected)
  const page = write.page
  await page.goto('/prolific/new')

  await test.step('refused, and given up', async () => {
    await openConnection(page, 'Connect to Prolific…')
    await expect(page.getByLabel('API token')).toBeFocused()
    await page.keyboard.type(MISTYPED)
    await page.keyboard.press('Enter')
    await expect(dialogOf(page)).toContainText('Prolific did not accept this token (401).')
    await expect(page.getByLabel('API token')).toHaveValue(MISTYPED)
    await notePage(page)
    await page.keyboard.press('Escape')
    await expect(dialogOf(page)).toHaveCount(0)
    await expect(placeButton(page)).toBeFocused()
  })

  await test.step('connected by keyboard', async () => {
    await openConnection(page, 'Connect to Prolific…')
    await expect(page.getByLabel('API token')).toBeEmpty()
    await page.keyboard.type(`Token ${TOKEN}`)
    await page.keyboard.press('Enter')
    await expect(dialogOf(page)).toContainText('Connected as Ada Practice.')
    await expect(dialogOf(page)).toContainText('Practice workspace')
    await notePage(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Prolific: Ada Practice' })).toBeVisible()
  })

  await carryOutFlows({ page, write, provider }, notePage)

  await test.step('disconnected, in every tab', async () => {
    await page.goto('/prolific/batches')
    const other = await context.newPage()
    await other.goto('/prolific/batches')
    await expect(other.getByRole('link', { name: 'Looked through' })).toBeVisible()
    await openConnection(page, 'Connection to Prolific…')
    await page.getByRole('button', { name: 'Disconnect' }).click()
    await expect(dialogOf(page)).toContainText('The server has forgotten your token.')
    await expect(other.getByText('Prolific is not connected yet.')).toBeVisible()
    await expect(other.getByText('Looked through')).toHaveCount(0)
    await page.reload()
    await expect(page.getByText('Prolific is not connected yet.')).toBeVisible()
    await notePage(page)
    await notePage(other)
  })

  const found = await traces()
  expect(connected.output()).toContain('/batches')
  expect(found.length).toBeGreaterThan(100)
  expect(withCanary(found)).toEqual([])
})

test.describe('with a token of the server', () => {
  test.use({ serverToken: TOKEN })

  test('that token is found nowhere', async ({ context, connected, provider, write }) => {
    const { notePage, traces } = noteEverything(context, connected)
    await carryOutFlows({ page: write.page, write, provider }, notePage)
    await write.page.goto('/prolific/batches')
    await openConnection(write.page, 'Connection to Prolific…')
    await expect(dialogOf(write.page)).toContainText('You are using this server’s token')
    await notePage(write.page)
    const found = await traces()
    expect(found.length).toBeGreaterThan(100)
    expect(withCanary(found)).toEqual([])
  })
})

test('a locked server lets a browser in once it has shown the secret, also by a link from elsewhere', async ({
  browser,
}) => {
  const server = await startApp({ env: { ACCESS_SECRET: 'canary-of-the-access' } })
  const context = await browser.newContext({ baseURL: server.url })
  const page = await context.newPage()
  await page.goto('/practice/batches')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This Batch Composer is locked')
  await page.getByLabel('Access secret').fill('wrong')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('That is not this server’s secret.')
  await page.getByLabel('Access secret').fill('canary-of-the-access')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Batches')
  await expect(page).toHaveURL(/\/practice\/batches/)

  // Browsers keep the cookie back while they follow a link of another site.
  await page.goto(`data:text/html,<a href="${server.url}/practice/new">Look at this</a>`)
  await page.getByRole('link', { name: 'Look at this' }).click()
  await expect(page.getByRole('textbox', { name: 'Task title' })).toBeVisible()
  await context.close()
  await server.discard()
})

import type { Page } from '@playwright/test'
import { expect, testAlone } from './fixtures.ts'
import { completeBatch, type PracticeApi } from './practice-api.ts'
import { WritePage } from './write-page.ts'

type Screen = {
  /** The part of the page whose tree is kept. */
  of: (page: Page) => ReturnType<Page['locator']>
  open: (page: Page, api: PracticeApi) => Promise<void>
}

const main = (page: Page) => page.getByRole('main')
const dialog = (page: Page) => page.getByRole('dialog')
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })
const reason = { type: 'free_text', description: 'Why?' } as const
/** Questions that need no column, so the batch can wait for its dataset. */
const withoutData = {
  dataset_id: null,
  batch_items: [{ rows: [{ columns: [{ items: [reason] }] }] }],
}
const spreadsheet = {
  name: 'texts.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('id,text,email\n1,It works.,ada@example.org\n2,It broke.,\n2,It broke.,\n'),
}

async function aReadyBatch(page: Page, api: PracticeApi) {
  const { id } = await api.create(completeBatch)
  await api.setUp(id, 10)
  await page.goto(`/practice/batches/${id}`)
  await expect(page).toHaveTitle(/^Ready/)
  await expect(page.getByText('Item 1 of 100')).toBeVisible()
}

async function aFilledForm(page: Page) {
  const write = new WritePage(page)
  await write.open()
  await write.fillExample()
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  await expect(page.getByText('Item 1 of 100')).toBeVisible()
}

/** Screens that are the same at each visit, and how to get there. */
const screens: Record<string, Screen> = {
  'empty-form': {
    of: (page) => page.locator('body'),
    open: async (page) => {
      await new WritePage(page).open()
      await expect(page.getByText('4 things missing')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Start from an example' })).toBeVisible()
    },
  },
  'filled-form': {
    of: main,
    open: async (page) => {
      await aFilledForm(page)
      await page.locator('summary').filter({ hasText: 'Questions' }).click()
      await expect(page.getByRole('region', { name: 'For each item' })).toBeVisible()
    },
  },
  'batch-ready': { of: main, open: aReadyBatch },
  batches: {
    of: main,
    open: async (page, api) => {
      await api.create({ ...completeBatch, name: 'First wave' })
      await api.create({ ...completeBatch, ...withoutData, name: 'Second wave' })
      await page.goto('/practice/batches')
      await expect(page.getByRole('link', { name: 'First wave' })).toBeVisible()
    },
  },
  drafts: {
    of: main,
    open: async (page) => {
      await aFilledForm(page)
      await page.goto('/practice/drafts')
      await expect(page.getByRole('main').getByRole('link', { name: /Sentiment/ })).toBeVisible()
    },
  },
  templates: {
    of: main,
    open: async (page) => {
      await page.goto('/practice/templates')
      await expect(heading(page, 'Ready to use')).toBeVisible()
    },
  },
  import: {
    of: main,
    open: async (page) => {
      await page.goto('/practice/import')
      await expect(page.getByRole('button', { name: 'Choose files…' })).toBeVisible()
    },
  },
  help: {
    of: main,
    open: async (page) => {
      await page.goto('/help')
      await expect(page.getByRole('searchbox')).toBeVisible()
    },
  },
  record: {
    of: main,
    open: async (page, api) => {
      await aReadyBatch(page, api)
      await page.getByRole('button', { name: 'Duplicate and share' }).click()
      await page.getByRole('button', { name: /^Ethics record/ }).click()
      await expect(heading(page, /^Ethics record/)).toBeVisible()
    },
  },
  shared: {
    of: main,
    open: async (page) => {
      await aFilledForm(page)
      await page.getByRole('button', { name: 'Share', exact: true }).click()
      await page.getByRole('button', { name: /^Share link/ }).click()
      await page.goto(await page.getByRole('textbox', { name: 'Link' }).inputValue())
      await expect(page.getByRole('button', { name: 'Make it mine' })).toBeVisible()
    },
  },
  'data-empty': {
    of: main,
    open: async (page) => {
      await page.goto('/practice/data')
      await expect(page.getByRole('button', { name: 'Choose a spreadsheet…' })).toBeVisible()
    },
  },
  'data-filled': {
    of: main,
    open: async (page) => {
      await page.goto('/practice/data')
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Choose a spreadsheet…' }).click()
      await (await chooser).setFiles(spreadsheet)
      await expect(heading(page, 'Choose the columns')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Make a dataset of 3 items' })).toBeVisible()
    },
  },
  'set-up-dialog': {
    of: dialog,
    open: async (page, api) => {
      const { id } = await api.create({ ...completeBatch, ...withoutData })
      await page.goto(`/practice/batches/${id}`)
      await page.getByRole('button', { name: 'Set up…' }).click()
    },
  },
  'connect-dialog': {
    of: dialog,
    open: async (page) => {
      await new WritePage(page).open('prolific')
      await page.getByRole('button', { name: /^Prolific/ }).click()
      await page.getByRole('banner').getByRole('link', { name: 'Connect to Prolific…' }).click()
    },
  },
}

for (const [name, { of, open }] of Object.entries(screens)) {
  testAlone(`${name}: roles and names are as they were kept`, async ({ page, api }) => {
    await open(page, api)
    await expect(of(page)).toMatchAriaSnapshot({ name: `${name}.aria.yml` })
  })
}

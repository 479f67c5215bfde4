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
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })
const reason = { type: 'free_text', description: 'Why?' } as const
/** Questions that need no column, so the batch can wait for its dataset. */
const withoutData = {
  dataset_id: null,
  batch_items: [{ rows: [{ columns: [{ items: [reason] }] }] }],
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
    // The text that participants read is a page of its own inside it.
    of: (page) => main(page).first(),
    open: async (page, api) => {
      await aReadyBatch(page, api)
      await page.getByRole('button', { name: 'Duplicate and share' }).click()
      await page.getByRole('button', { name: /^Ethics record/ }).click()
      await expect(heading(page, /^Ethics record/)).toBeVisible()
    },
  },
  'data-empty': {
    of: main,
    open: async (page) => {
      await page.goto('/practice/data')
      await expect(page.getByRole('button', { name: 'Choose a spreadsheet…' })).toBeVisible()
    },
  },
}

for (const [name, { of, open }] of Object.entries(screens)) {
  testAlone(`${name}: roles and names are as they were kept`, async ({ page, api }) => {
    await open(page, api)
    await expect(of(page)).toMatchAriaSnapshot({ name: `${name}.aria.yml` })
  })
}

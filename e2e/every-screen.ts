import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { completeBatch, type PracticeApi } from './practice-api.ts'
import { WritePage } from './write-page.ts'

const long = 'Averyveryverylongwordwithoutanyspaceinit'.repeat(4)
const wide = {
  ...completeBatch,
  name: `Wide ${long}`,
  task_details: {
    task_name: long,
    task_introduction: `<p>${long}</p><p><a href="https://example.org/${long}">${long}</a></p>`,
    task_steps: `<ol><li>${long}<ul><li>${long}</li></ul></li></ol>`,
  },
}

/** A draft with a state before it, both kept. */
async function aDraft(page: Page) {
  const write = new WritePage(page)
  await write.open()
  await write.fillExample(long)
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  await page.getByRole('button', { name: 'Start over' }).click()
  await page.getByText('Undo', { exact: true }).click()
  await expect(write.batchName).toHaveValue(long)
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
}

/** Every screen, and how to get there. */
export const screens: Record<string, (page: Page, api: PracticeApi) => Promise<void>> = {
  'an empty form': async (page) => {
    await new WritePage(page).open()
  },
  'a filled form': async (page) => {
    const write = new WritePage(page)
    await write.open()
    await write.fillExample(wide.name)
    await write.title.fill(long)
    await write.openQuestions()
  },
  'a form with errors': async (page) => {
    const write = new WritePage(page)
    await write.open()
    await write.createButton.click()
    await expect(page.getByText(/problems to fix/)).toBeVisible()
  },
  'checks with much to look at': async (page, api) => {
    const task_steps = `<h3>${long}</h3><p class="x">{{${'x'.repeat(50)}}}<br>${long}</p><p>1. a<br>2. b</p>`
    const task_details = { ...wide.task_details, task_name: `<b>${long}`, task_steps }
    const { id } = await api.create({ ...wide, task_details })
    await page.goto(`/practice/new?from=practice/${id}`)
    await expect(page.getByText(/^Started from/)).toBeVisible()
    await page
      .getByText(/^Checks/)
      .filter({ visible: true })
      .click()
    await page.getByRole('button', { name: 'Make it a subtitle' }).click()
    await expect(page.getByText('Fixed: Small heading.')).toBeVisible()
  },
  'the form in Prolific, not connected': async (page) => {
    await new WritePage(page).open('prolific')
    await expect(page.getByText('Prolific is not connected yet.')).toBeVisible()
  },
  'a page that is too wide, with all ways to look at it': async (page, api) => {
    const picture = '<p><img src="https://pics.example.org/a.png" alt="A cat"></p>'
    const task_details = { ...wide.task_details, task_steps: picture }
    const { id } = await api.create({ ...wide, task_details })
    await page.goto(`/practice/batches/${id}`)
    await expect(page.getByText(/too wide for a phone/)).toBeVisible()
    await expect(page.getByRole('button', { name: /^Show pictures/ })).toBeVisible()
    await page.getByRole('button', { name: 'More view options' }).click()
    await page.getByRole('checkbox', { name: 'Dark' }).check()
  },
  'the participant view over the whole window': async (page) => {
    const write = new WritePage(page)
    await write.open()
    await write.title.fill(long)
    await page.getByRole('button', { name: 'Expand' }).click()
    await expect(page.getByText(/too wide for a phone/).first()).toBeVisible()
  },
  'the list of problems to rehearse': async (page) => {
    await new WritePage(page).open()
    await page.getByRole('button', { name: 'Practice', exact: true }).click()
    await page.getByRole('button', { name: 'Rehearse a problem…' }).click()
  },
  'a batch that is not set up': async (page, api) => {
    const { id } = await api.create(wide)
    await page.goto(`/practice/batches/${id}`)
    await expect(page.getByRole('heading', { name: 'Next steps' })).toBeVisible()
  },
  'the set-up dialog': async (page, api) => {
    const question = { type: 'free_text', description: 'Why?' } as const
    const batch_items = [{ rows: [{ columns: [{ items: [question] }] }] }]
    const { id } = await api.create({ ...wide, dataset_id: null, batch_items })
    await page.goto(`/practice/batches/${id}`)
    await page.getByRole('button', { name: 'Set up…' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
  },
  'a batch that is ready': async (page, api) => {
    const { id } = await api.create(wide)
    await api.setUp(id, 10)
    await page.goto(`/practice/batches/${id}`)
    await expect(page).toHaveTitle(/^Ready/)
  },
  'the list of batches': async (page, api) => {
    await api.create(wide)
    await page.goto('/practice/batches')
    await expect(page.getByRole('link', { name: wide.name }).first()).toBeVisible()
  },
  'the templates, a search without hits': async (page) => {
    await page.goto('/practice/templates')
    await page.getByRole('searchbox', { name: 'Search templates' }).fill(long)
    await expect(page.getByRole('button', { name: 'Show all templates' })).toBeVisible()
  },
  'a template before it is chosen': async (page) => {
    await page.goto('/practice/templates?template=toxicity')
    await expect(page.frameLocator('iframe').getByText('Please read this first')).toBeVisible()
  },
  'the list of commands': async (page) => {
    await page.goto('/practice/templates')
    await expect(page.getByRole('heading', { name: 'Ready to use' })).toBeVisible()
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('option', { name: 'Search templates' })).toBeVisible()
  },
  'an uncertain send': async (page) => {
    const write = new WritePage(page)
    await write.open()
    await write.fillExample(`${long} !drop-before`)
    await write.createButton.click()
    await expect(page.getByText(/Not there after 1 look/)).toBeVisible()
  },
  'the history of a draft': async (page) => {
    await aDraft(page)
    await page.getByRole('button', { name: 'History' }).click()
    await expect(page.getByRole('dialog').getByText(/words/).first()).toBeVisible()
  },
  'the list of drafts': async (page) => {
    await aDraft(page)
    await page.goto('/practice/drafts')
    await expect(page.getByRole('main').getByRole('link', { name: long })).toBeVisible()
  },
  'a draft that is not here': async (page) => {
    await page.goto('/practice/new?draft=nowhere')
    await expect(page.getByText(/not in this browser/)).toBeVisible()
  },
  'a request that was read': async (page) => {
    await page.goto('/practice/import')
    const box = page.getByRole('textbox', { name: 'Request, command or program' })
    await box.fill(JSON.stringify({ ...wide, token: 'x', [long]: long }))
    await page.getByRole('button', { name: 'Make a draft' }).click()
    await expect(page.getByRole('region', { name: 'Import results' })).toContainText(long)
  },
  'a share link, opened': async (page) => {
    await aDraft(page)
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await page.getByRole('button', { name: /^Share link/ }).click()
    await page.goto(await page.getByRole('textbox', { name: 'Link' }).inputValue())
    await expect(page.getByRole('button', { name: 'Make it mine' })).toBeVisible()
  },
  'an ethics record': async (page, api) => {
    const { id } = await api.create(wide)
    await page.goto(`/practice/batches/${id}`)
    await page.getByRole('button', { name: 'Duplicate and share' }).click()
    await page.getByRole('button', { name: /^Ethics record/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: /^Ethics record/ })).toBeVisible()
  },
  'the dialog that duplicates': async (page, api) => {
    const { id } = await api.create(wide)
    await page.goto(`/practice/batches/${id}`)
    await page.getByRole('button', { name: 'Duplicate and share' }).click()
    await page.getByRole('button', { name: 'Duplicate…' }).click()
    await expect(page.getByRole('radio', { name: /^A batch right away/ })).toBeVisible()
  },
  'the dialog that connects': async (page) => {
    await new WritePage(page).open('prolific')
    await page.getByRole('button', { name: /^Prolific/ }).click()
    await page.getByRole('banner').getByRole('link', { name: 'Connect to Prolific…' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
  },
  'a page of the help': async (page) => {
    await page.goto('/help/writing')
    await expect(page.getByRole('heading', { level: 1, name: 'Writing' })).toBeVisible()
  },
  'an address that leads nowhere': async (page) => {
    await page.goto('/nowhere')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  },
}

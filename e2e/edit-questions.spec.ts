import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { documentedExample } from '#contract/examples.ts'
import { expect, test } from './fixtures.ts'
import { completeBatch } from './practice-api.ts'

const asWritten = (page: Page) =>
  page.getByText('Practice stored your questions as you wrote them.')
const builder = (page: Page) => page.getByRole('group', { name: 'Questions', exact: true })
const save = (page: Page) => page.getByRole('button', { name: 'Save changes' })

async function openEditor(page: Page) {
  await page.getByRole('button', { name: 'Edit questions' }).click()
  await expect(builder(page)).toBeVisible()
}

/** Writes other words for the question whose card has these. */
async function reword(page: Page, from: RegExp, to: string) {
  await builder(page).getByRole('button', { name: from, expanded: false }).click()
  await builder(page).getByRole('textbox', { name: 'Question' }).fill(to)
  await builder(page).getByRole('button', { name: 'Done' }).click()
}

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

test('a question is changed, shown at once, kept over a reload and stored with its id', async ({
  batch,
  api,
  page,
}) => {
  const before = await api.create({ ...completeBatch, name: 'Asked anew' })
  await batch.open(before.id)
  await openEditor(page)
  await expect(page.locator('summary', { hasText: 'Questions' })).toBeInViewport()
  await reword(page, /What is the sentiment/, 'How does it sound?')
  await expect(page.frameLocator('iframe').getByText('How does it sound?')).toBeVisible()
  await expectAccessible(page)
  await page.reload()
  await expect(page.getByText(/These are your unsaved changes from/)).toBeVisible()
  await expect(builder(page).getByRole('button', { name: /How does it sound/ })).toBeVisible()

  await save(page).click()
  await expect(asWritten(page)).toBeVisible()
  await expect(page).toHaveURL(`/practice/batches/${before.id}`)
  const text = JSON.stringify(before.batch_items)
  expect((await api.read(before.id)).batch_items).toEqual(
    JSON.parse(text.replace('What is the sentiment of this review?', 'How does it sound?')),
  )
})

test('what somebody else asks is shown before anything is sent', async ({ batch, api, page }) => {
  const { id } = await api.create({ ...completeBatch, name: 'Two who ask' })
  await batch.open(id)
  await openEditor(page)
  await reword(page, /What is the sentiment/, 'Mine?')
  const theirs = [
    { rows: [{ columns: [{ items: [{ type: 'free_text', description: 'Theirs?' }] }] }] },
  ]
  await api.rewriteQuestions(id, theirs)
  await save(page).click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText(
    'Somebody changed these questions while you were editing them. Nothing was sent.',
  )
  const region = alert.getByRole('region', { name: 'Questions' })
  await expect(region.getByRole('insertion').filter({ hasText: 'Theirs' }).first()).toBeVisible()
  await expectAccessible(page)
  expect((await api.read(id)).batch_items).toMatchObject(theirs)
  await alert.getByRole('button', { name: 'Keep theirs' }).click()
  await expect(builder(page).getByRole('button', { name: /Theirs\?/ })).toBeVisible()
})

test('a batch without questions gets its first ones and is set up', async ({
  batch,
  api,
  page,
}) => {
  const { id } = await api.create({ ...documentedExample, name: 'Asks nothing yet' })
  await batch.open(id)
  await batch.openSetUp()
  await expectAccessible(page)
  await batch.setUpDialog.getByRole('button', { name: 'Add questions' }).click()
  await builder(page).getByRole('button', { name: 'Free text' }).click()
  await builder(page).getByRole('textbox', { name: 'Question' }).fill('Why?')
  await save(page).click()
  await expect(asWritten(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Edit questions' })).toBeFocused()
  await batch.setUp({ size: 10, groups: 10 })
  await expect(page.getByRole('button', { name: 'Edit questions' })).toBeHidden()
})

test('another dataset is chosen, its rows are shown, and the tasks are made of them', async ({
  batch,
  api,
  page,
}) => {
  const { id } = await api.create({ ...completeBatch, name: 'Other rows' })
  await batch.open(id)
  await page.getByRole('button', { name: 'Change dataset' }).click()
  const picker = page.getByRole('combobox', { name: 'Dataset' })
  await expect(picker).toBeInViewport()
  await picker.selectOption({ label: 'Interview snippets, without fields (24 items)' })
  await expect(page.getByText('The questions do not fit the dataset.')).toBeVisible()
  await expectAccessible(page)
  await picker.selectOption({
    label: 'Product reviews, 105 items with fields',
  })
  await expect(page.getByText('The questions do not fit the dataset.')).toBeHidden()
  const first = (await page.getByText(/^Columns: review \(“/).textContent()) ?? ''
  const [, words = ''] = /review \(“(.+?)…?”\)/.exec(first) ?? []
  expect(words).not.toBe('')
  await expect(page.frameLocator('iframe').getByText(words).first()).toBeVisible()
  await save(page).click()
  await expect(page.getByText('This batch now has the dataset that you chose.')).toBeVisible()
  await expect(page.frameLocator('iframe').getByText(words).first()).toBeVisible()
  await batch.setUp({ size: 10, groups: 11 })
  await expect(batch.status).toContainText('105 items in 11 groups')
  await expect(page.getByRole('button', { name: 'Change dataset' })).toBeHidden()
  await page.getByRole('button', { name: 'Look at it as a participant' }).click()
  const task = page.getByRole('dialog', { name: 'The first group, as one participant sees it' })
  await expect(task.getByText('Item 1 of 10')).toBeVisible()
  await expect(task.frameLocator('iframe').getByText(words).first()).toBeVisible()
  await expectAccessible(page)
  await task.getByRole('button', { name: 'Close' }).last().click()
  await page.getByRole('button', { name: 'Correct in a copy…' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Open the draft' }).click()
  await expect(page).toHaveURL(/\/practice\/new\?draft=/)
  await expect(page.getByRole('textbox', { name: 'Batch name' })).toHaveValue(
    'Other rows (corrected)',
  )
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('questions can be edited, and nothing is wider than the screen', async ({
    batch,
    api,
    page,
  }) => {
    const { id } = await api.create({ ...completeBatch, name: 'Asked on a phone' })
    await batch.open(id)
    await openEditor(page)
    await reword(page, /What is the sentiment/, 'From a phone?')
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
    await expectAccessible(page)
    await save(page).click()
    await expect(asWritten(page)).toBeVisible()
  })
})

import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

/** Presses Tab until a control of `page` has the focus; rejects when it never gets there. */
const tabIn =
  (page: Page) =>
  async (name: string | RegExp, role: 'button' | 'link' | 'textbox' | 'searchbox') => {
    const target = page.getByRole(role, { name }).first()
    await expect(target).toBeVisible()
    for (let presses = 0; presses < 120; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab never reached ${String(name)}.`)
  }

test('the whole journey by keyboard alone', async ({ write, batch, page }) => {
  const { keyboard } = page
  const tabTo = tabIn(page)

  await write.open()
  await tabTo('Task title', 'textbox')
  await keyboard.type('Sort pictures')
  await tabTo('Introduction', 'textbox')
  await keyboard.type('Please look at each picture.')
  await tabTo('Steps', 'textbox')
  await keyboard.press('Alt+F10')
  await expect(page.getByRole('toolbar').locator(':focus')).toBeVisible()
  await page
    .getByRole('toolbar')
    .nth(1)
    .getByRole('button', { name: /Numbered/ })
    .focus()
  await keyboard.press('Enter')
  await expect(write.steps).toBeFocused()
  await keyboard.type('Look')
  await keyboard.press('Enter')
  await keyboard.type('Decide')
  await expect(write.steps.getByRole('listitem')).toHaveText(['Look', 'Decide'])
  await keyboard.press('Tab')
  await expect(write.steps).not.toBeFocused()

  // A summary is no button, so it is found by its element.
  const questions = page.locator('summary').filter({ hasText: 'Questions' })
  while (!(await questions.evaluate((element) => element === document.activeElement))) {
    await keyboard.press('Tab')
  }
  await keyboard.press('Enter')
  await tabTo('Insert sample questions', 'button')
  await keyboard.press('Enter')
  await tabTo(/^Choose /, 'button')
  await keyboard.press('Enter')
  await tabTo('Batch name', 'textbox')
  await keyboard.press('Control+a')
  await keyboard.type('Made without a mouse')
  await keyboard.press('Control+Enter')

  await expect(batch.heading).toHaveText('Made without a mouse')
  await tabTo('Set up…', 'button')
  await keyboard.press('Enter')
  await tabTo(/^Set up \d+ groups$/, 'button')
  await keyboard.press('Enter')
  await expect(batch.setUpDialog).toBeHidden()
  await expect(batch.heading).toBeFocused()
  await expect(batch.status).toContainText('Ready.')
})

test('drafts are found, renamed, deleted, had back and opened by keyboard alone', async ({
  write,
  page,
}) => {
  const { keyboard } = page
  const tabTo = tabIn(page)
  const drafts = page.getByRole('list', { name: 'Drafts' }).getByRole('listitem')
  for (const title of ['Rate reviews', 'Sort pictures']) {
    await write.open()
    await write.title.fill(title)
    await expect(page.getByText(/^Saved \d/)).toBeVisible()
  }
  await tabTo('Drafts', 'link')
  await keyboard.press('Enter')
  await expect(drafts).toHaveCount(2)
  await tabTo('Search drafts', 'searchbox')
  await keyboard.type('pictures')
  await expect(drafts).toHaveCount(1)

  await tabTo('More actions for “Sort pictures”', 'button')
  await keyboard.press('Enter')
  await tabTo('Rename…', 'button')
  await keyboard.press('Enter')
  await tabTo('Draft name', 'textbox')
  await keyboard.type('Pilot')
  await keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Pilot' })).toBeVisible()

  await tabTo('More actions for “Pilot”', 'button')
  await keyboard.press('Enter')
  await tabTo('Delete', 'button')
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  await expect(drafts).toHaveCount(0)
  await keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Pilot' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(write.title).toHaveValue('Sort pictures')
})

test('an empty form says what is required, and nothing is wrong before it is sent', async ({
  write,
  page,
}) => {
  await write.open()
  await write.title.focus()
  for (let presses = 0; presses < 60; presses += 1) await page.keyboard.press('Tab')
  await expect(page.locator('form [aria-invalid=true]')).toHaveCount(0)
  for (const field of [write.title, write.introduction, write.steps, write.batchName]) {
    await expect(field).toHaveAttribute('aria-required', 'true')
  }

  await write.createButton.click()
  await expect(write.title).toHaveAttribute('aria-invalid', 'true')
  // Leaving it empty once more takes nothing back.
  await write.title.focus()
  await page.keyboard.press('Tab')
  await expect(write.title).toHaveAttribute('aria-invalid', 'true')
})

test('an example puts the focus where its text begins', async ({ write, page }) => {
  await write.open()
  await page.getByRole('button', { name: 'Start from an example' }).press('Enter')
  await expect(write.title).toBeFocused()
})

import { expect, test } from './fixtures.ts'

test('the whole journey by keyboard alone', async ({ write, batch, page }) => {
  const { keyboard } = page
  const tabTo = async (
    name: string | RegExp,
    role: 'button' | 'link' | 'textbox' | 'spinbutton',
  ) => {
    const target = page.getByRole(role, { name }).first()
    await expect(target).toBeVisible()
    for (let presses = 0; presses < 120; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await keyboard.press('Tab')
    }
    throw new Error(`Tab never reached ${String(name)}.`)
  }

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

import { documentedExample } from '#contract/examples.ts'
import { expect, test } from './fixtures.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

test('on a phone the form and what participants read are two views', async ({ write, page }) => {
  await write.open()
  await write.fillExample('Written on a phone')
  await page
    .getByRole('tab', { name: 'Participant view' })
    .or(page.getByRole('radio', { name: 'Participant view' }))
    .check({ force: true })
  await expect(write.participantView.getByText('Read each review carefully')).toBeVisible()
  await expect(write.title).toBeHidden()
})

test('a batch can be created on a phone', async ({ write, batch }) => {
  await write.open()
  await write.fillExample('Created on a phone')
  await write.create()
  await expect(batch.heading).toHaveText('Created on a phone')
})

test('fields do not make a phone zoom in, and buttons can be hit', async ({ write }) => {
  await write.open()
  await write.fillExample()
  await expect(write.title).toHaveValue(documentedExample.task_details.task_name)
  for (const field of [write.title, write.introduction, write.steps, write.batchName]) {
    const size = await field.evaluate((element) => parseFloat(getComputedStyle(element).fontSize))
    expect(size).toBeGreaterThanOrEqual(16)
  }
  const box = await write.createButton.boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual(44)
})

test('the switch says how many checks there are to see to', async ({ write, page }) => {
  await write.open()
  await write.fillExample()
  await expect(page.getByRole('radio', { name: 'Checks', exact: true })).toBeAttached()
  const toolbar = page.getByRole('toolbar', { name: /^Steps: / })
  await toolbar.getByRole('button', { name: 'HTML', exact: true }).click()
  await expect(write.steps).toBeFocused()
  await page.keyboard.insertText('<h3>Small</h3>')
  await expect(page.getByRole('radio', { name: 'Checks (1)' })).toBeAttached()
})

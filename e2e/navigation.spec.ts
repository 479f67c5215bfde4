import { completeBatch } from './practice-api.ts'
import { expect, test } from './fixtures.ts'

const scrolled = () => scrollY

test('a page that somebody goes to begins at its top, with its heading in focus', async ({
  api,
  batch,
  batches,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 600 })
  for (let number = 1; number <= 12; number += 1) {
    await api.create({ ...completeBatch, name: `Wave ${number}` })
  }
  await batches.open()
  await page.getByRole('link', { name: 'Wave 1', exact: true }).click()
  await expect(batch.heading).toHaveText('Wave 1')
  await expect(batch.heading).toBeFocused()
  expect(await page.evaluate(scrolled)).toBe(0)
})

test('what is missing to a set-up, or to be filled in, is said before anything is created', async ({
  write,
  page,
}) => {
  await write.open()
  await write.type({ title: 'Pilot', introduction: 'About', steps: 'Read' })
  await page.getByRole('button', { name: 'No questions yet: needed to set up the batch' }).click()
  await expect(page.getByRole('button', { name: 'Rating scale…' })).toBeFocused()
  await page.getByRole('button', { name: 'Insert sample questions' }).click()
  await expect(page.getByText('Nothing is missing')).toBeVisible()
  await write.title.fill('A task of [your lab]')
  await page.getByRole('button', { name: 'Placeholders left: [your lab]' }).click()
  await expect(write.title).toBeFocused()
})

test('a draft that was cleared from far below has the way back in sight', async ({
  write,
  page,
}) => {
  await write.open()
  await write.fillExample('Pilot')
  await write.batchName.focus()
  await page.getByRole('button', { name: 'Start over' }).first().click()
  await expect(page.getByText('Everything was cleared.')).toBeInViewport()
  await page.getByText('Undo', { exact: true }).click()
  await expect(write.batchName).toHaveValue('Pilot')
})

test('a dialog that asks for something has the keys that are pressed next', async ({
  write,
  page,
  api,
  batch,
}) => {
  await write.open()
  await write.fillExample('Pilot')
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  await write.steps.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.type('https://lab.example/help')
  await page.keyboard.press('Enter')
  await expect(write.steps.getByRole('link').first()).toHaveAttribute(
    'href',
    'https://lab.example/help',
  )

  await page.goto('/practice/drafts')
  await page.getByRole('button', { name: /ctions for “Pilot”$/ }).click()
  await page.getByRole('button', { name: 'Rename…' }).click()
  await page.keyboard.type('Second pilot')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main').getByRole('link', { name: 'Second pilot' })).toBeVisible()

  const { id } = await api.create(completeBatch)
  await batch.open(id)
  await batch.openSetUp()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('25')
  await expect(page.getByRole('button', { name: 'Set up 4 groups' })).toBeVisible()
})

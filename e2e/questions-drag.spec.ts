import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const textOf = (description: string) => ({ type: 'free_text', description })
const pageOf = (...items: unknown[]) => ({
  rows: items.map((item) => ({ columns: [{ items: [item] }] })),
})
const intro = {
  display_position: 'intro',
  ...pageOf({ type: 'rich_text', content: '<p>Welcome.</p>' }),
}
const layout = [
  intro,
  pageOf(textOf('One?'), textOf('Two?'), textOf('Three?')),
  pageOf(textOf('Four?')),
]

/** Where in a card: shares of its width and height. */
type Spot = [across: number, down: number]

async function drag(page: Page, from: Locator, to: Locator, [across, down]: Spot) {
  const handle = from.locator('xpath=..').getByTitle('Drag to move')
  await handle.scrollIntoViewIfNeeded()
  const start = await handle.boundingBox()
  const box = await to.boundingBox()
  if (!start || !box) throw new Error('Nothing to drag')
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2)
  await page.mouse.down()
  const x = box.x + box.width * across
  const y = box.y + box.height * down
  await page.mouse.move(x, y - 4, { steps: 4 })
  await page.mouse.move(x, y, { steps: 2 })
}

test('cards are dragged between, beside and onto other pages, and back by Undo', async ({
  page,
  write,
}) => {
  await page.setViewportSize({ width: 1280, height: 1400 })
  await write.open()
  await page.locator('summary').filter({ hasText: 'Questions' }).click()
  await write.writeQuestions(JSON.stringify(layout, null, 2))
  await page.getByRole('group', { name: 'Edit questions as' }).getByText('Visual').click()
  const card = (name: string) => page.getByRole('button', { name, expanded: false })
  const article = (name: string) => page.getByRole('article').filter({ has: card(name) })
  const said = (words: string) => expect(page.getByText(words, { exact: true })).toBeAttached()
  const line = page.locator('[data-drop-line]')
  await article('One?').scrollIntoViewIfNeeded()

  await drag(page, card('Three?'), article('One?'), [0.5, 0.2])
  await expect(line).toBeVisible()
  await page.mouse.up()
  await expect(line).toBeHidden()
  await said('Question 1 of 4, page 2')
  await expect(card('Three?')).toBeFocused()

  await drag(page, card('Two?'), article('Three?'), [0.95, 0.5])
  await page.mouse.up()
  await said('Question 2 of 4, page 2, right column')

  await drag(page, card('One?'), article('Four?'), [0.5, 0.9])
  await page.mouse.up()
  await said('Question 4 of 4, page 3')

  await drag(page, card('Four?'), article('Welcome.'), [0.5, 0.2])
  await expect(line).toBeHidden()
  await page.mouse.up()

  const sent: unknown = JSON.parse(await write.shownRequest())
  expect(sent).toMatchObject({
    batch_items: [
      intro,
      {
        rows: [{ columns: [{ items: [textOf('Three?')] }, { items: [textOf('Two?')] }] }],
      },
      pageOf(textOf('Four?'), textOf('One?')),
    ],
  })
  const undo = page.getByRole('button', { name: 'Undo a change of the questions' })
  for (let step = 0; step < 3; step += 1) await undo.click()
  expect(JSON.parse(await write.shownRequest())).toMatchObject({ batch_items: layout })
})

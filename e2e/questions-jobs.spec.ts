import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import type { BatchPage } from './batch-page.ts'
import { expect, test } from './fixtures.ts'
import type { WritePage } from './write-page.ts'

/** How a button is pressed. */
type Press = (button: Locator) => Promise<void>

const byMouse: Press = (button) => button.click()
const byKeys: Press = (button) => button.press('Enter')
const byTouch: Press = (button) => button.tap()

const statements = [
  'The text is clear.',
  'The text is complete.',
  'The text is polite.',
  'The text is useful.',
  'I trust the text.',
]

/** Everything but the questions, and the empty builder. */
async function beginForm(page: Page, write: WritePage, press: Press, name: string) {
  await write.open()
  await write.type({ title: name, introduction: 'About texts', steps: 'Read and answer' })
  await write.batchName.fill(name)
  await write.workspace.selectOption({ index: 1 })
  const datasets = await write.dataset.getByRole('option').allTextContents()
  const label = datasets.find((one) => one.includes('with fields')) ?? ''
  await write.dataset.selectOption({ label })
  await press(page.locator('summary').filter({ hasText: 'Questions' }))
}

async function add(page: Page, press: Press, what: RegExp) {
  await press(page.getByRole('button', { name: 'Add', exact: true }).last())
  const panel = page.getByRole('group', { name: 'Add', exact: true })
  await press(panel.getByRole('button', { name: what }).first())
}

async function checkBuilder(page: Page) {
  const { violations } = await new AxeBuilder({ page }).include('[data-builder]').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  const tooWide = await page.locator('[data-builder]').evaluate((builder) =>
    [...builder.querySelectorAll('*')]
      .filter(
        (one) => one.getBoundingClientRect().right > builder.getBoundingClientRect().right + 1,
      )
      .filter((one) => one.checkVisibility() && !one.closest('.visually-hidden'))
      .map((one) => one.outerHTML.slice(0, 200)),
  )
  expect(tooWide).toEqual([])
}

async function createAndSetUp(page: Page, press: Press, write: WritePage, batch: BatchPage) {
  await press(write.createButton)
  await page.waitForURL(/\/practice\/batches\/[^/]+$/)
  await press(page.getByRole('button', { name: 'Set up…' }))
  await press(page.getByRole('button', { name: /^Set up \d+ groups?$/ }))
  await expect(batch.status).toContainText('Ready', { timeout: 60_000 })
}

async function askForRatings(page: Page, write: WritePage, batch: BatchPage, press: Press) {
  await beginForm(page, write, press, 'Rate the texts')
  await press(page.getByRole('button', { name: 'Rating scale…' }))
  const dialog = page.getByRole('dialog', { name: 'Rating scale' })
  await dialog.getByLabel('Statements').focus()
  await page.keyboard.type(statements.join('\n'))
  await dialog.getByLabel('Scale', { exact: true }).selectOption('1 to 7')
  await press(dialog.getByRole('button', { name: 'Add 5 questions' }))
  await add(page, press, /Column “review”/)
  await add(page, press, /^Free text/)
  await page.keyboard.type('Any comments? (optional)')
  await checkBuilder(page)
  await page.keyboard.press('Escape')
  await checkBuilder(page)
  const creating = page.waitForResponse(
    (response) =>
      response.request().method() === 'POST' &&
      /\/batches\/?$/.test(new URL(response.url()).pathname),
  )
  const [created] = await Promise.all([creating, createAndSetUp(page, press, write, batch)])
  const items = (await created.text())
    .match(/"type":\s*"\w+"/g)
    ?.map((one) => one.replace(/\s/, ''))
  expect(items).toEqual([
    ...statements.map(() => '"type":"multiple_choice"'),
    '"type":"dataset_field"',
    '"type":"free_text"',
  ])
}

test.describe('five statements on a scale and a comment, from an empty form to a ready batch', () => {
  test.describe.configure({ timeout: 180_000 })

  test('by mouse', async ({ page, write, batch }) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await askForRatings(page, write, batch, byMouse)
  })

  test('by keys', async ({ page, write, batch }) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await askForRatings(page, write, batch, byKeys)
  })

  test.describe('on a phone', () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })
    test('by touch', async ({ page, write, batch }) => {
      await askForRatings(page, write, batch, byTouch)
    })
  })
})

test('two columns of the data side by side and a choice between them', async ({ page, write }) => {
  await write.open()
  const datasets = await write.dataset.getByRole('option').allTextContents()
  const label = datasets.find((one) => one.includes('with fields')) ?? ''
  await write.dataset.selectOption({ label })
  await page.locator('summary').filter({ hasText: 'Questions' }).click()
  await page.getByRole('button', { name: 'Something else…' }).click()
  const columns = page
    .getByRole('group', { name: 'Add', exact: true })
    .getByRole('button', { name: /^Column “/ })
  await expect(columns.nth(1)).toBeVisible()
  await columns.first().click()
  await add(page, byMouse, /^Column “/)
  await page.keyboard.press('Alt+ArrowRight')
  await add(page, byMouse, /^Choice multiple_choice/)
  await page.keyboard.type('Which is better?')
  await page.getByRole('textbox', { name: 'Choice 1' }).fill('Left')
  await page.getByRole('textbox', { name: 'Choice 2' }).fill('Right')
  await page.getByRole('button', { name: 'Add “Other”' }).click()
  await page.getByRole('button', { name: 'Done' }).click()
  await checkBuilder(page)
  expect(JSON.parse(await write.shownRequest())).toMatchObject({
    batch_items: [
      {
        rows: [
          {
            columns: [
              { items: [{ type: 'dataset_field' }] },
              { items: [{ type: 'dataset_field' }] },
            ],
          },
          {
            columns: [
              {
                items: [
                  {
                    description: 'Which is better?',
                    options: [{ value: 'left' }, { value: 'right' }, { value: 'other' }],
                  },
                  { type: 'free_text', description: 'If other, what?' },
                ],
              },
            ],
          },
        ],
      },
    ],
  })
})

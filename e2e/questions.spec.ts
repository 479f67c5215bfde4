import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const long = 'Averyveryverylongwordwithoutanyspaceinit'.repeat(3)
const layout = [
  {
    display_position: 'intro',
    rows: [{ columns: [{ items: [{ type: 'rich_text', content: `<p>Read ${long}.</p>` }] }] }],
  },
  {
    rows: [
      {
        columns: [
          { items: [{ type: 'dataset_field', field: 'review' }] },
          { items: [{ type: 'free_text', description: 'Why?', x_kept: [1] }] },
        ],
      },
      {
        columns: [
          {
            items: [
              {
                type: 'multiple_choice',
                description: `Which? ${long}`,
                answer_limit: -1,
                options: [
                  { label: long, value: 'a' },
                  { label: 'B', value: 2 },
                ],
              },
            ],
          },
        ],
      },
      { columns: [{ items: [{ type: 'slider', description: long, steps: 5 }] }] },
    ],
  },
]
const json = JSON.stringify(layout, null, 2)

const openQuestions = (page: Page) =>
  page.locator('summary').filter({ hasText: 'Questions' }).click()
const showAs = (page: Page, mode: string) =>
  page.getByRole('group', { name: 'Edit questions as' }).getByText(mode).click()

test('questions are built by keys and sent as they were built', async ({ page, write }) => {
  await write.open()
  await write.type({ title: 'Built', introduction: 'About', steps: 'Read' })
  await openQuestions(page)
  await page.getByRole('button', { name: 'Choice' }).press('Enter')
  await page.keyboard.type('Is it clear?')
  await page.getByRole('textbox', { name: 'Choice 1' }).focus()
  await page.keyboard.type('Yes')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('No')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Cannot say')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /Is it clear/ })).toBeFocused()
  await page.keyboard.press('/')
  await page.getByRole('button', { name: 'Free text' }).press('Enter')
  await page.keyboard.type('Why?')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowRight')
  await expect(page.getByText('Question 1 of 2, page 1, left column').first()).toBeAttached()
  const shown: unknown = JSON.parse(await write.shownRequest())
  expect(shown).toMatchObject({
    batch_items: [
      {
        rows: [
          {
            columns: [
              { items: [{ type: 'free_text', description: 'Why?' }] },
              {
                items: [
                  {
                    description: 'Is it clear?',
                    options: [
                      { label: 'Yes', value: 'yes' },
                      { label: 'No', value: 'no' },
                      { label: 'Cannot say', value: 'cannot_say' },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  })
})

test('undo goes on across cards and JSON, and gives back every byte', async ({ page, write }) => {
  await write.open()
  await openQuestions(page)
  await write.writeQuestions(json)
  await showAs(page, 'Visual')
  await page.getByRole('button', { name: /Why\?/ }).press('Delete')
  await expect(page.getByText('Deleted. Undo', { exact: true })).toBeVisible()
  await showAs(page, 'JSON')
  await expect(write.questions).not.toContainText('Why?')
  await write.questions.press('Control+z')
  await expect(write.questions).toContainText('Why?')
  await write.questions.press('Control+z')
  await expect(write.questions).toHaveText('')
  await write.questions.press('Control+y')
  await write.questions.press('Control+End')
  await page.keyboard.press('Backspace')
  await expect(page.getByRole('button', { name: 'a closing ] is missing.' })).toBeVisible()
  await showAs(page, 'Visual')
  await expect(page.getByText(/Nothing of it is lost/)).toBeVisible()
})

for (const width of [1280, 390, 320]) {
  test(`cards can be read and used at ${width} px`, async ({ page, write }) => {
    test.setTimeout(180_000)
    await page.setViewportSize({ width, height: 900 })
    await write.open()
    await openQuestions(page)
    await write.writeQuestions(json)
    await showAs(page, 'Visual')
    const check = async () => {
      const { violations } = await new AxeBuilder({ page }).include('[data-builder]').analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      const builder = page.locator('[data-builder]')
      expect(await builder.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
    }
    await check()
    await page.getByRole('button', { name: /Which\?/ }).click()
    await check()
    await page.getByRole('button', { name: 'Add', exact: true }).first().click()
    await check()
    await page.getByRole('button', { name: /Read A/ }).click()
    await expect(page.getByRole('textbox', { name: 'Text', exact: true })).toBeVisible()
    await check()
    await page.getByRole('button', { name: /slider/ }).click()
    await check()
  })
}

test('a hint in Checks leads to its card, and columns show what they hold', async ({
  page,
  write,
}) => {
  await write.open()
  await page.locator('summary').filter({ hasText: 'Questions' }).click()
  await write.writeQuestions(json)
  await page.locator('summary').filter({ hasText: 'Questions' }).click()
  await page.getByRole('tab', { name: 'Checks' }).click()
  const checks = page.getByRole('tabpanel', { name: 'Checks' })
  const row = checks.getByRole('listitem').filter({ hasText: 'Repeated choice' })
  await expect(row).toHaveCount(0)
  const hint = checks.getByRole('listitem').filter({ hasText: /shows nothing of the item/ })
  await expect(hint).toHaveCount(0)

  await write.dataset.selectOption({ label: await fieldsLabel(page) })
  await expect(page.getByText(/^Columns: .*review \(“/)).toBeVisible()
  const hidden = checks.getByRole('listitem').filter({ hasText: 'Column that is not shown' })
  await hidden.getByRole('button', { name: 'Go to Questions' }).click()
  await expect(page.locator('[data-builder]')).toBeVisible()

  await write.writeQuestions(json.replace('"review"', '"nowhere"'))
  const missing = checks.getByRole('listitem').filter({ hasText: '“nowhere”' }).first()
  await missing.getByRole('button', { name: 'Go to the question' }).click()
  await expect(page.getByRole('button', { name: /nowhere/, expanded: false })).toBeFocused()
  await page.keyboard.press('/')
  await expect(page.getByRole('button', { name: /Column “review”/ })).toBeVisible()
})

/** The dataset whose columns questions can show. */
async function fieldsLabel(page: Page) {
  const options = await page
    .getByRole('combobox', { name: 'Dataset' })
    .getByRole('option')
    .allTextContents()
  return options.find((label) => label.includes('with fields')) ?? ''
}

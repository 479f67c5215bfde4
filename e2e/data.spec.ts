import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { writeXlsx } from 'hucre/xlsx'
import { PracticeDatasetList } from '#contract/app-config.ts'
import { expect, test } from './fixtures.ts'

const statements = ['It is clear.', 'It is kind.', 'It is honest.', 'It is useful.', 'It is new.']
const texts = Array.from({ length: 120 }, (_, index) => `Text ${index + 1}: the service was fine.`)

const workbook = async () =>
  Buffer.from(
    await writeXlsx({
      sheets: [
        { name: 'Notes', rows: [['Nothing here']] },
        { name: 'Texts', rows: [['id', 'Text'], ...texts.map((text, index) => [index + 1, text])] },
      ],
    }),
  )

const choose = (page: Page, name: string, buffer: Buffer) =>
  page
    .locator('input[type=file][aria-label="Choose a spreadsheet…"]')
    .setInputFiles({ name, mimeType: '', buffer })

const axe = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes.length])

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, target: Locator) {
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(target).toBeFocused({ timeout: 1 })
  }).toPass({ intervals: [0] })
}

for (const width of [1280, 390]) {
  test(`at ${width} px, a workbook of 120 texts becomes a batch that is ready, without JSON`, async ({
    page,
    write,
    batch,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    await write.open()
    await page.getByRole('link', { name: /^From my spreadsheet/ }).click()
    await expect(page.getByRole('heading', { name: 'Bring a spreadsheet' })).toBeVisible()
    expect(await axe(page)).toEqual([])
    await choose(page, 'texts.xlsx', await workbook())
    await page.getByRole('combobox', { name: 'Sheet' }).selectOption('Texts')
    await expect(page.getByText('120 rows, 2 columns')).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Use of ‘id’' })).toHaveValue('metadata')
    expect(await axe(page)).toEqual([])
    await page.getByRole('textbox', { name: 'Name of the dataset' }).fill(`Texts at ${width}`)
    await page.getByRole('button', { name: 'Make a dataset of 120 items' }).click()
    await expect(page.getByText('120 items made.')).toBeVisible()
    expect(await axe(page)).toEqual([])
    await page.getByRole('link', { name: 'Go on with the task' }).click()

    await write.ready()
    await expect(write.dataset.locator('option:checked')).toHaveText(
      `Texts at ${width} (120 items, with fields)`,
    )
    await write.type({ title: 'Rate texts', introduction: 'Five statements.', steps: 'Read.' })
    await page.locator('summary').filter({ hasText: 'Questions' }).click()
    await page.getByRole('button', { name: 'Rating scale…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Statements').fill(statements.join('\n'))
    await dialog.getByRole('button', { name: 'Add 5 questions' }).click()
    await expect(page.getByText('5 questions on 1 page')).toBeVisible()
    await write.createButton.click()
    await page.waitForURL(/\/practice\/batches\//)
    await batch.setUp({ size: 10, groups: 12 })
    await expect(batch.status).toContainText('Ready')
  })
}

test('by keys alone, cells become the dataset of a task', async ({ page, write }) => {
  await page.goto('/practice/data')
  const cells = page.getByRole('textbox', { name: 'Or paste cells' })
  await tabTo(page, cells)
  await page.keyboard.insertText('id\ttext\nA1\tHello\n\t\nA2\tWorld')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('3 rows, 2 columns')).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Remove the empty row' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 rows, 2 columns')).toBeVisible()
  // The button is gone; the next Tab goes on from where it was.
  await tabTo(page, page.getByRole('region', { name: 'Rows', exact: true }))
  await tabTo(page, page.getByRole('textbox', { name: 'Participants see above ‘text’' }))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('The text')
  await tabTo(page, page.getByRole('button', { name: 'Make a dataset of 2 items' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 items made.')).toBeVisible()
  await tabTo(page, page.getByRole('link', { name: 'Go on with the task' }))
  await page.keyboard.press('Enter')
  await write.ready()
  await expect(page.getByText('Columns: text (“Hello”)')).toBeVisible()
})

test.describe('when an answer is lost', () => {
  test.use({ expectedConsole: [/ERR_CONNECTION_RESET/] })

  test('what was begun goes on after a reload, and a dataset is made once', async ({
    page,
    app,
  }) => {
    await page.goto('/practice/data')
    await choose(page, 'texts.csv', Buffer.from('id,text\n1,Hello\n2,World'))
    await page.getByRole('textbox', { name: 'Name of the dataset' }).fill('Once')
    let cut = 0
    // The first answer of the creation gets lost on its way.
    await page.route('**/data-collection/datasets', async (route) => {
      cut += 1
      if (cut > 1) return route.continue()
      await route.fetch()
      return route.abort('connectionreset')
    })
    await page.getByRole('button', { name: 'Make a dataset of 2 items' }).click()
    await expect(page.getByText(/We do not know yet whether the dataset was created/)).toBeVisible()
    await page.reload()
    await page.getByRole('button', { name: 'Check and carry on' }).click()
    await expect(page.getByText('2 items made.')).toBeVisible()
    const listed = await page.request.get(`${app.url}/practice/api/practice/datasets`, {
      headers: { 'X-App-Request': '1' },
    })
    const { results } = PracticeDatasetList.parse(await listed.json())
    expect(results.filter(({ name }) => name === 'Once')).toHaveLength(1)
  })
})

test('rows that are rejected are listed by number, and can be fixed and appended', async ({
  page,
  write,
}) => {
  await page.goto('/practice/data')
  const csv = 'id,photo\n1,https://example.org/a.png\n2,\n3,https://example.org/c.png'
  await choose(page, 'photos.csv', Buffer.from(csv))
  await page.getByRole('combobox', { name: 'Use of ‘photo’' }).selectOption('image_url')
  await page.getByRole('checkbox', { name: /^Reject rows with an empty cell/ }).check()
  await page.getByRole('textbox', { name: 'Name of the dataset' }).fill('Strict')
  await page.getByRole('button', { name: 'Make a dataset of 3 items' }).click()
  await expect(page.getByText('2 items made, 1 row rejected.')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: /^Row 3, photo: / })).toBeVisible()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save these rows as a file' }).click()
  expect((await saved).suggestedFilename()).toBe('Strict, rejected.jsonl')

  const rejected = await readFile(await (await saved).path(), 'utf8')
  const fixed = rejected.replace('"photo":""', '"photo":"https://example.org/b.png"')
  expect(fixed).not.toBe(rejected)
  const file = (text: string, name: string) => ({ name, mimeType: '', buffer: Buffer.from(text) })
  const add = (label: string) => page.locator(`input[type=file][aria-label="${label}"]`)
  await add('Append the fixed rows…').setInputFiles(file(fixed, 'Strict, rejected.jsonl'))
  await expect(page.getByText('Add 1 row of Strict, rejected.jsonl to “Strict”?')).toBeVisible()
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Add 1 row' }).click()
  await expect(page.getByText('1 row of Strict, rejected.jsonl is in the dataset.')).toBeVisible()

  const more = 'id,photo,note\n4,https://example.org/d.png,x\n5,https://example.org/e.png,y'
  await add('Add rows…').setInputFiles(file(more, 'more.csv'))
  await expect(page.getByText(/does not have this column: note\./)).toBeVisible()
  await page.getByRole('button', { name: 'Add 2 rows' }).click()
  await expect(page.getByText('2 rows of more.csv are in the dataset.')).toBeVisible()
  await page.getByRole('link', { name: 'Go on with the task' }).click()
  await write.ready()
  await expect(write.dataset.locator('option:checked')).toHaveText('Strict (5 items, with fields)')
})

test('cells with HTML, formulas and addresses stay text, and nothing leaves', async ({ page }) => {
  const hostile = [
    '<img src=x onerror="alert(1)">',
    '=cmd|"/c calc"!A1',
    'javascript:alert(1)',
    '<script>alert(1)</script>',
    '{{constructor}}',
  ]
  const csv = `<b>head</b>,__proto__\n${hostile.map((cell) => `"${cell.replaceAll('"', '""')}",x`).join('\n')}`
  let dialogs = 0
  page.on('dialog', (dialog) => {
    dialogs += 1
    void dialog.dismiss()
  })
  await page.goto('/practice/data')
  await choose(page, '<img src=x onerror=alert(1)>.csv', Buffer.from(csv))
  const table = page.getByRole('region', { name: 'Rows', exact: true })
  for (const cell of hostile) await expect(table.getByText(cell, { exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: '<b>head</b>' })).toBeVisible()
  expect(await page.locator('main img, main script').count()).toBe(0)
  expect(dialogs).toBe(0)
})

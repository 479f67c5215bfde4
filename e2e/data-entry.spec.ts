import type { Locator } from '@playwright/test'
import { makeWorkbook, textRow } from '#dataset/read/testing/make-workbook.ts'
import { expect, test } from './fixtures.ts'

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => `${at + 1}\tReview ${at}`)

/** Pastes as a browser does, by the clipboard's own event. */
async function paste(
  text: Locator,
  given: { html?: string; file?: { name: string; text: string } },
) {
  await text.evaluate((element, { html, file }) => {
    const clipboardData = new DataTransfer()
    if (html !== undefined) clipboardData.setData('text/html', html)
    if (file) clipboardData.items.add(new File([file.text], file.name))
    const event = { clipboardData, bubbles: true, cancelable: true }
    element.dispatchEvent(new ClipboardEvent('paste', event))
  }, given)
}

const heading = { name: 'Choose the columns' }

test('a workbook on the import page becomes the data of a new draft', async ({ page }) => {
  const rows = ['id', '1', '2'].map((cell, at) => textRow(at + 1, cell)).join('')
  await page.goto('/practice/import')
  await page.getByLabel('Files to import').setInputFiles({
    name: 'texts.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(makeWorkbook({ sheets: [{ rows }] })),
  })
  const results = page.getByRole('region', { name: 'Import results' })
  await expect(results).toContainText('texts.xlsx looks like a spreadsheet. Use it as data?')
  await page.keyboard.press('Tab')
  await expect(results.getByRole('button', { name: 'Use as data' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/practice\/data\?draft=/)
  await expect(page.getByText('2 rows, 1 column')).toBeVisible()
  await page.reload()
  await expect(page.getByText('2 rows, 1 column')).toBeVisible()
})

test('a long table pasted into a text moves to the data of this draft', async ({ page, write }) => {
  await write.open()
  await write.type({ title: 'Rate reviews', introduction: 'Read each review.' })
  await write.steps.click()
  const rows = rowsOf(120).map((row) => `<tr><td>${row.replace('\t', '</td><td>')}</td></tr>`)
  await paste(write.steps, { html: `<table>${rows.join('')}</table>` })
  const options = page.getByRole('group', { name: 'Paste options' })
  await expect(page.getByText('120 rows. Is this your data?')).toBeVisible()
  await expect(write.steps.getByRole('table')).toBeVisible()
  await options.getByRole('button', { name: 'Use as data' }).click()
  await expect(page).toHaveURL(/\/practice\/data\?draft=/)
  await expect(page.getByRole('heading', heading)).toBeVisible()
  await page.getByRole('link', { name: 'Back to the task' }).click()
  await write.ready()
  await expect(write.introduction).toHaveText('Read each review.')
  await expect(write.title).toHaveValue('Rate reviews')
  await expect(write.steps.getByRole('table')).toHaveCount(0)
  await expect(page.getByText('Pasted cells.tsv')).toBeVisible()
})

test('a spreadsheet dropped into a text is offered as data, also on a phone', async ({
  page,
  write,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await write.open()
  const text = ['id,text', ...rowsOf(3).map((row) => row.replace('\t', ','))].join('\n')
  await paste(write.introduction, { file: { name: 'texts.csv', text } })
  await expect(page.getByText('texts.csv looks like a spreadsheet. Use it as data?')).toBeVisible()
  await page.getByRole('button', { name: 'Use as data' }).click()
  await expect(page.getByText('3 rows, 2 columns')).toBeVisible()
})

import { sampleBatchItems } from '#contract/questions/batch-items.ts'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { BatchItems } from '#contract/questions/batch-items.ts'
import { documentedExample } from '#contract/examples.ts'
import { expect, test } from './fixtures.ts'
import { everything, pageOf } from './participant-questions-sample.ts'
import { completeBatch, type PracticeApi } from './practice-api.ts'

const sheetOf = (page: Page) => page.frameLocator('iframe[title="Participant view"]')

async function openStored(current: Page, api: PracticeApi, batch_items: BatchItems) {
  const { id } = await api.create({ ...documentedExample, name: 'Asked', batch_items })
  await current.goto(`/practice/batches/${id}`)
  await expect(sheetOf(current).locator('#title')).not.toBeEmpty()
  return id
}

test('items of the data are paged through, and what was tried is not kept', async ({
  page: current,
  api,
}) => {
  await openStored(current, api, completeBatch.batch_items)
  const sheet = sheetOf(current)
  await expect(current.getByText('Item 1 of 100')).toBeVisible()
  const review = sheet.locator('[data-part="value"]')
  await expect(review).not.toBeEmpty()
  const first = await review.textContent()
  await sheet.getByRole('radio', { name: 'Neutral' }).check()
  await current.getByRole('button', { name: 'Next item' }).press('Enter')
  await expect(current.getByText('Item 2 of 100')).toBeVisible()
  await expect(review).not.toHaveText(first ?? '')
  await expect(sheet.getByRole('radio', { name: 'Neutral' })).not.toBeChecked()
  // The page is long: the item is brought into view.
  await expect(review).toBeInViewport()
  await current.getByRole('button', { name: 'Previous item' }).click()
  await expect(review).toHaveText(first ?? '')
})

test('every kind of question can be tried, and nothing leaves the page', async ({
  page: current,
  api,
}) => {
  const id = await openStored(current, api, everything)
  const sheet = sheetOf(current)
  // By then the server was asked what pictures it lets in.
  await expect(current.getByRole('button', { name: /^Show pictures/ }).first()).toBeVisible()
  const changed: string[] = []
  current.on('request', (request) => changed.push(`${request.method()} ${request.url()}`))
  await current.getByRole('button', { name: 'Go to questions' }).click()
  await expect(sheet.getByText('Welcome')).toBeInViewport()
  await expect(sheet.locator('strong')).toHaveText('Welcome')

  const group = sheet.getByRole('group', { name: 'What do you see?' })
  await group.getByRole('checkbox', { name: 'A cat' }).check()
  await group.getByRole('checkbox', { name: 'A dog' }).check()
  await expect(group.getByRole('checkbox', { name: 'A bird' })).toBeDisabled()
  await group.getByRole('checkbox', { name: 'Nothing' }).check()
  await expect(group.getByRole('checkbox', { name: 'A cat' })).not.toBeChecked()
  await expect(group.getByRole('checkbox', { name: 'A bird' })).toBeEnabled()

  await sheet.getByRole('combobox', { name: 'How clear is it?' }).selectOption('4')
  await expect(sheet.getByRole('textbox', { name: 'What is it?' })).toBeHidden()
  await sheet.getByRole('radio', { name: 'Yes' }).check()
  await sheet.getByRole('textbox', { name: 'What is it?' }).fill('A shadow')
  await sheet.getByRole('textbox', { name: 'Why?' }).pressSequentially('x'.repeat(60))
  await expect(sheet.getByRole('textbox', { name: 'Why?' })).toHaveValue('x'.repeat(40))
  await expect(sheet.locator('[data-part="typed"]')).toHaveText('40')
  await sheet.getByRole('spinbutton', { name: 'How long did it take?' }).fill('3')
  await expect(sheet.getByRole('combobox', { name: 'Unit' })).toHaveValue('hours')
  await sheet.getByRole('radio', { name: '4 stars' }).check()
  await sheet
    .getByLabel('Send a picture')
    .setInputFiles({ name: 'cat.png', mimeType: 'image/png', buffer: Buffer.from('x') })
  expect(changed).toEqual([])
  expect((await api.read(id)).batch_items).toHaveLength(3)
})

test('two columns stand side by side, and one below the other on a phone', async ({
  page: current,
  api,
}) => {
  await openStored(current, api, everything)
  const columns = sheetOf(current).locator('[data-part="column-of-items"]:has([data-part="field"])')
  await expect(columns).toHaveCount(2)
  const tops = async () =>
    (await Promise.all([columns.nth(0).boundingBox(), columns.nth(1).boundingBox()])).map((box) =>
      Math.round(box?.y ?? -1),
    )
  const [above = 0, below = 0] = await tops()
  expect(below).toBeGreaterThan(above)
  await current.getByText('Computer', { exact: true }).click()
  await expect.poll(async () => new Set(await tops()).size).toBe(1)
})

test('questions that are being written are followed, readable or not', async ({
  write,
  page: current,
}) => {
  await write.open()
  await write.addSampleQuestions()
  const sheet = write.participantView
  await expect(sheet.getByText('What is the sentiment of this review?')).toBeVisible()
  await expect(current.getByText('Your data’s columns are shown by name.')).toBeVisible()
  const json = JSON.stringify(sampleBatchItems).replace('sentiment', 'mood')
  await write.writeQuestions(json)
  await expect(sheet.getByText('What is the mood of this review?')).toBeVisible()
  await write.questions.fill(json.slice(0, -1))
  await expect(current.getByText(/this is the last readable version/)).toBeVisible()
  await expect(sheet.getByText('What is the mood of this review?')).toBeVisible()
})

const hostile = [
  '<img src=x onerror="parent.document.title = \'taken\'">',
  '<script>parent.document.title = "taken"</script>',
  '<iframe src="https://tracker.test/f"></iframe><img src="https://tracker.test/p.png">',
  'javascript:parent.document.title="taken"',
  'https://tracker.test/pixel.png',
  '"><svg onload=alert(1)>',
  '[x](javascript:alert(1)) ![y](https://tracker.test/m.png)',
].join(' ')

test('hostile words, addresses and contents in every member do nothing', async ({
  page: current,
  api,
}) => {
  const option = { label: hostile, value: hostile, heading: hostile }
  const question = { description: hostile, helper_text: hostile, placeholder_text_input: hostile }
  const options = [option, option]
  const items: BatchItems[number]['rows'][number]['columns'][number]['items'] = [
    { type: 'image', url: 'https://tracker.test/p.png', alt_text: hostile, caption: hostile },
    { type: 'rich_text', content: hostile },
    { type: 'rich_text', content: hostile, content_format: 'markdown' },
    { type: 'free_text', ...question },
    { type: 'free_text_with_unit', ...question, unit_options: options, unit_position: 'prefix' },
    { type: 'multiple_choice', ...question, answer_limit: 2, options },
    { type: 'multiple_choice_with_free_text', ...question, answer_limit: 1, options },
    { type: 'file_upload', ...question, accepted_file_types: [`.${hostile.replaceAll(' ', '')}`] },
    { type: 'star_rating', ...question },
    { type: 'video_narration', ...question },
  ]
  await openStored(current, api, [pageOf(...items)])
  const sheet = sheetOf(current)
  await expect(sheet.locator('[data-part="question"]')).toHaveCount(7)
  await expect(
    sheet.locator('script, iframe, form, button, svg, img, [onerror], [src]'),
  ).toHaveCount(0)
  await expect(sheet.locator('[data-part="label"]').first()).toContainText('onload=alert(1)')
  await expect(current).toHaveTitle(/Asked/)
})

test.describe('axe finds nothing serious in the page of questions', () => {
  for (const look of ['light', 'dark']) {
    test(look, async ({ page: current, api, context, baseURL }) => {
      await openStored(current, api, everything)
      await expect(sheetOf(current).getByText('Thank you')).toBeVisible()
      const main = await sheetOf(current)
        .locator('main')
        .evaluate((element) => element.outerHTML)
      // No script runs in the frame, axe included: the same nodes, in a page of their own.
      const alone = await context.newPage()
      await alone.goto(`${baseURL}/preview.html`)
      await alone.evaluate(
        ({ html, dark }) => {
          document.documentElement.toggleAttribute('data-dark', dark)
          document.body.innerHTML = html
        },
        { html: main, dark: look === 'dark' },
      )
      const { violations } = await new AxeBuilder({ page: alone })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    })
  }
})

test('a template is looked at with its questions and an item of fitting data', async ({
  page: current,
}) => {
  await current.goto('/practice/templates')
  await current.getByRole('searchbox', { name: 'Search templates' }).fill('toxic')
  await current.getByRole('button', { name: 'Preview “Toxic comments”' }).click()
  const sheet = current.frameLocator('iframe')
  await expect(sheet.locator('[data-part="value"]').first()).not.toBeEmpty()
  await expect(current.getByText('Item 1 of 40')).toBeVisible()
})

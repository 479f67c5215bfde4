import { sampleBatchItems } from '#contract/questions/batch-items.ts'
import { documentedExample } from '#contract/examples.ts'
import { expect, test } from './fixtures.ts'

const exampleBody = JSON.stringify({
  name: documentedExample.name,
  workspace_id: documentedExample.workspace_id,
  task_details: documentedExample.task_details,
  dataset_id: documentedExample.dataset_id,
  batch_items: sampleBatchItems,
})

for (const [how, touch] of [
  ['untouched', false],
  ['after a keystroke and its undo', true],
] as const) {
  test(`the documented example is sent byte for byte, with its questions, ${how}`, async ({
    write,
    page,
  }) => {
    const sent = page.waitForRequest((request) => request.method() === 'POST')
    await write.open()
    await write.fillExample()
    if (touch) {
      for (const editor of [write.introduction, write.steps]) {
        await editor.click()
        await page.keyboard.press('x')
        await expect(editor).toContainText('x')
        await page.keyboard.press('Control+z')
      }
    }
    const shown = await write.shownRequest()
    await write.create()
    const body = (await sent).postData()
    expect(body).toBe(shown)
    expect(JSON.parse(shown)).toEqual(JSON.parse(exampleBody))
  })
}

test('new rows are added automatically where that is ticked, also after a reload', async ({
  write,
  page,
}) => {
  await write.open()
  await write.fillExample()
  const box = page.getByRole('checkbox', { name: /^Add new rows to this batch automatically/ })
  await box.check()
  expect(JSON.parse(await write.shownRequest())).toMatchObject({ auto_sync_enabled: true })
  await expect(page.getByText(/^Saved/).first()).toBeVisible()
  await page.reload()
  await expect(box).toBeChecked()
  const sent = page.waitForRequest((request) => request.method() === 'POST')
  await write.create()
  expect((await sent).postDataJSON()).toMatchObject({ auto_sync_enabled: true })
})

test('questions are sent as they were written, with everything else the form holds', async ({
  write,
  api,
}) => {
  const questions = [
    {
      rows: [
        {
          columns: [
            { items: [{ type: 'free_text', description: 'Why? “Quotes”, \\ and ü', x_kept: 1 }] },
          ],
        },
      ],
    },
  ]
  await write.open()
  await write.fillExample('With my own questions')
  await write.openQuestions()
  await write.writeQuestions(JSON.stringify(questions, null, 4))
  const shown: unknown = JSON.parse(await write.shownRequest())
  expect(shown).toMatchObject({ batch_items: questions })
  await write.create()
  const [stored] = await api.named('With my own questions')
  expect(stored?.batch_items).toMatchObject(questions)
})

test('clean HTML comes of ordinary writing', async ({ write, page }) => {
  await write.open()
  await write.type({ title: 'Clean', introduction: 'First' })
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Third')
  await write.steps.click()
  await page
    .getByRole('toolbar')
    .nth(1)
    .getByRole('button', { name: /Numbered/ })
    .click()
  await page.keyboard.type('One')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('Two')
  const shown: unknown = JSON.parse(await write.shownRequest())
  expect(shown).toMatchObject({
    task_details: {
      task_introduction: '<p>First</p><p><br></p><p>Third</p>',
      task_steps: '<ol><li>One</li><li><strong>Two</strong></li></ol>',
    },
  })
})

test('faulty questions are named with their place', async ({ write, page }) => {
  await write.open()
  await write.fillExample()
  await write.openQuestions()
  await write.writeQuestions('[{"rows":[{"columns":[{"items":[{"type":"free_text"}]}]}]}]')
  await write.createButton.click()
  await expect(page.getByText(/Page 1, row 1, column 1, item 1/).first()).toBeVisible()
  await write.writeQuestions('[{')
  await expect(page.getByText(/not readable JSON/).first()).toBeVisible()
})

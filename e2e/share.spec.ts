import { completeBatch } from './practice-api.ts'
import { expect, test } from './fixtures.ts'

const task_details = {
  task_name: 'Rate <reviews>',
  task_introduction: '<P>Read&nbsp;this<br/>first. مرحبا</P>',
  task_steps: '<ol start="3"><li>One<li><a href="https://lab.example/help">Two</a></ol>',
}

test('a batch is duplicated from the list, at once and to the byte', async ({
  api,
  batches,
  batch,
  page,
}) => {
  const { id } = await api.create({ ...completeBatch, name: 'First wave', task_details })
  await batches.open()
  await page.getByRole('button', { name: /^Duplicate….*“First wave”$/ }).click()
  await page.getByRole('radio', { name: /^A batch right away/ }).check()
  await page.getByRole('radio', { name: 'Leave it out' }).check()
  await page.getByRole('button', { name: 'Duplicate in Practice' }).dblclick()

  await expect(batch.heading).toHaveText('First wave (copy)')
  const copies = await api.named('First wave (copy)')
  expect(copies).toHaveLength(1)
  expect(copies).toMatchObject([{ task_details, datasets: [] }])
  expect(await api.read(id)).toMatchObject({ name: 'First wave', task_details })
})

test.describe('on a phone, by keyboard', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('a link hands a draft on, and nothing of it reaches the server', async ({
    app,
    context,
    page,
    write,
  }) => {
    await write.open()
    await write.fillExample('Shared')
    await page.getByRole('button', { name: 'Share', exact: true }).press('Enter')
    const shareLink = page.getByRole('button', { name: /^Share link/ })
    await expect(shareLink).toBeInViewport({ ratio: 1 })
    await shareLink.press('Enter')
    const field = page.getByRole('textbox', { name: 'Link' })
    const link = await field.inputValue()
    // The dialog does not stand in the form: this sends nothing.
    await page
      .getByRole('checkbox', { name: /Include the workspace and dataset ids/ })
      .press('Enter')
    await page.keyboard.press('Escape')
    await expect(field).toBeHidden()

    const asked: string[] = []
    context.on('request', (request) => asked.push(request.url(), JSON.stringify(request.headers())))
    const reader = await context.newPage()
    await reader.goto(link)
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Shared')
    const view = reader.frameLocator('iframe')
    await expect(view.getByText('Read each review carefully')).toBeVisible()
    await reader.getByRole('button', { name: 'Make it mine' }).press('Enter')
    await expect(reader.getByLabel('Batch name')).toHaveValue('Shared')
    expect(reader.url()).toMatch(/\/practice\/new\?draft=\w+$/)

    const secret = link.slice(-40)
    expect(asked.filter((text) => text.includes(secret))).toEqual([])
    expect(app.output()).not.toContain(secret)
  })
})

test('a record of a draft has the last key in it, and leads back to it', async ({
  page,
  write,
}) => {
  await write.open()
  await write.fillExample('To be recorded')
  await write.title.press('End')
  await page.keyboard.type(' now')
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('button', { name: /^Ethics record/ }).click()
  await expect(page.getByRole('heading', { name: 'Ethics record: To be recorded' })).toBeVisible()
  const shown = page.getByRole('region', { name: 'What participants are shown' })
  await expect(shown.getByRole('heading', { level: 1 })).toHaveText(/ now$/)
  await page.getByRole('link', { name: 'Back to the draft' }).click()
  await expect(write.title).toHaveValue(/ now$/)
})

test('a review copy is one file that opens from a disk and does nothing', async ({
  api,
  batch,
  context,
  page,
}, testInfo) => {
  const { id } = await api.create({ ...completeBatch, name: 'For review', task_details })
  await batch.open(id)
  await page.getByRole('button', { name: 'Duplicate and share' }).click()
  await page.getByRole('button', { name: /^Review copy/ }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('review-copy-For-review.html')
  const path = testInfo.outputPath('copy.html')
  await download.saveAs(path)

  const asked: string[] = []
  const copy = await context.newPage()
  copy.on('request', (request) => asked.push(request.url()))
  await copy.goto(`file://${path}`)
  await expect(copy.getByRole('heading', { level: 1 })).toHaveText(task_details.task_name)
  // Its own style sheet was let in by its own policy.
  await expect(copy.locator('#steps')).toHaveCSS('border-top-style', 'solid')
  const answers = copy.getByRole('definition').filter({ hasText: 'Neutral' })
  await expect(answers.getByRole('listitem')).toHaveText(['Positive', 'Neutral', 'Negative'])
  await copy.getByText('Two').click({ force: true })
  expect(asked).toEqual([`file://${path}`])
  expect(copy.url()).toBe(`file://${path}`)
})

test('a record is printed with the texts and without the buttons', async ({ api, batch, page }) => {
  const { id } = await api.create({ ...completeBatch, name: 'On record', task_details })
  await batch.open(id)
  await page.getByRole('button', { name: 'Duplicate and share' }).click()
  await page.getByRole('button', { name: /^Ethics record/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /On record/ })).toBeVisible()
  const shown = page.getByRole('region', { name: 'What participants are shown' })
  await expect(shown.getByRole('listitem')).toHaveText(['One', 'Two'])

  await page.emulateMedia({ media: 'print' })
  await expect(shown.getByRole('listitem').first()).toBeVisible()
  const question = page
    .getByRole('list', { name: 'Page 1' })
    .locator('> li', { hasText: 'What is the sentiment of this review?' })
  await expect(question.getByText('Negative')).toBeVisible()
  // No question is torn apart where a page ends.
  await expect(question).toHaveCSS('break-inside', 'avoid')
  await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeHidden()
  await expect(page.getByRole('banner')).toBeHidden()
})

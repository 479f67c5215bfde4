import { documentedExample } from '#contract/examples.ts'
import { expect, test } from './fixtures.ts'

const hostile = [
  '<script>parent.document.title = "taken"</script>',
  '<img src="x" onerror="parent.document.title = \'taken\'">',
  '<img src="https://tracker.test/pixel.png" alt="A picture">',
  '<link rel="stylesheet" href="https://tracker.test/look.css">',
  '<style>@import "https://tracker.test/look.css"; body { display: none }</style>',
  '<div style="position:fixed;inset:0;background:url(https://tracker.test/cover.png)">over</div>',
  '<iframe src="https://tracker.test/frame.html"></iframe>',
  '<form action="https://tracker.test/"><button>Send</button></form>',
  '<meta http-equiv="refresh" content="0;url=https://tracker.test/">',
  '<p>Read <a href="https://tracker.test/page">the page</a> or <a href="javascript:alert(1)">run</a></p>',
  '<p>The end</p>',
].join('')

test('stored HTML of any kind is shown without script, request or way out', async ({
  batch,
  api,
  page,
}) => {
  const { id } = await api.create({
    ...documentedExample,
    name: 'Hostile',
    task_details: {
      task_name: '<img src="https://tracker.test/title.png">Title',
      task_introduction: hostile,
      task_steps: hostile,
    },
  })
  await batch.open(id)
  const sheet = page.frameLocator('iframe')
  await expect(sheet.getByText('The end').first()).toBeVisible()
  await expect(page).toHaveTitle(/Hostile/)
  await expect(sheet.locator('script, iframe, form, link[href*="tracker"], [onerror]')).toHaveCount(
    0,
  )

  const link = sheet.getByText('the page').first()
  // It says that it is disabled; a reader presses it all the same.
  await link.click({ force: true })
  await expect(sheet.getByText('The end').first()).toBeVisible()
  expect(page.frames().map((frame) => new URL(frame.url()).pathname)).toEqual([
    `/practice/batches/${id}`,
    '/preview.html',
  ])
  expect(page.context().pages()).toHaveLength(1)
})

test('what is typed is in the participant view, at both widths', async ({ write, page }) => {
  await write.open()
  const sheet = write.participantView
  await write.type({ title: 'Sort pictures', introduction: 'Please look.', steps: 'Decide.' })
  await expect(sheet.getByRole('heading', { name: 'Sort pictures' })).toBeVisible()
  await expect(sheet.getByText('Please look.')).toBeVisible()
  await expect(sheet.getByText('Decide.')).toBeVisible()
  for (const width of ['Phone', 'Computer']) {
    await page.getByText(width, { exact: true }).click()
    await expect(sheet.getByText('Please look.')).toBeVisible()
  }
  await expect(
    page.getByText('Your data and questions appear after this text. They are not shown here.'),
  ).toBeVisible()
})

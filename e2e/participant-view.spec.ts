import type { Locator, Page } from '@playwright/test'
import { documentedExample } from '#contract/examples.ts'
import { expect, test } from './fixtures.ts'
import type { PracticeApi } from './practice-api.ts'

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

test('what is typed is in the participant view, at every width', async ({ write, page }) => {
  await write.open()
  const sheet = write.participantView
  await write.type({ title: 'Sort pictures', introduction: 'Please look.', steps: 'Decide.' })
  await expect(sheet.getByRole('heading', { name: 'Sort pictures' })).toBeVisible()
  await expect(sheet.getByText('Please look.')).toBeVisible()
  await expect(sheet.getByText('Decide.')).toBeVisible()
  for (const width of ['Phone', 'Tablet', 'Computer']) {
    await page.getByText(width, { exact: true }).click()
    await expect(sheet.getByText('Please look.')).toBeVisible()
  }
  await expect(
    page.getByText('Questions follow the text. You can try the answers out; nothing is kept.'),
  ).toBeVisible()
})

/** Stores a batch with these texts and opens its page. */
async function openStored(
  page: Page,
  api: PracticeApi,
  texts: { task_introduction?: string; task_steps?: string },
) {
  const task_details = { ...documentedExample.task_details, ...texts }
  const { id } = await api.create({ ...documentedExample, name: 'Stored', task_details })
  await page.goto(`/practice/batches/${id}`)
  await expect(sheetOf(page).locator('#title')).not.toBeEmpty()
}

const sheetOf = (page: Page) => page.frameLocator('iframe[title="Participant view"]')

/** How wide the page in the frame believes its window to be. */
const widthOfSheet = (page: Page) =>
  page
    .getByTitle('Participant view', { exact: true })
    .evaluate((frame: HTMLIFrameElement) => frame.contentDocument?.documentElement.clientWidth)

const arabic = '<p>اقرأ كل مراجعة.</p>'

test('every way to look at the page can be combined, and a reload keeps it', async ({
  page,
  api,
}) => {
  await openStored(page, api, { task_steps: '<p>Left</p>', task_introduction: arabic })
  const sheet = sheetOf(page)
  expect(await widthOfSheet(page)).toBe(390)
  await page.getByText('Tablet', { exact: true }).click()
  await expect.poll(() => widthOfSheet(page)).toBe(768)
  await page.getByText('Computer', { exact: true }).click()
  await expect.poll(() => widthOfSheet(page)).toBe(1024)

  const white = await sheet
    .locator('html')
    .evaluate((html) => getComputedStyle(html).backgroundColor)
  expect(white).toBe('rgb(255, 255, 255)')
  await expect(sheet.locator('#introduction p')).toHaveCSS('direction', 'rtl')
  await expect(sheet.locator('#steps p')).toHaveCSS('direction', 'ltr')
  await page.getByRole('button', { name: 'More view options' }).click()
  for (const name of ['200% zoom', 'Dark', 'Right to left']) {
    await page.getByRole('checkbox', { name }).check()
  }
  await expect.poll(() => widthOfSheet(page)).toBe(512)
  await expect(sheet.locator('html')).not.toHaveCSS('background-color', white)
  await expect(sheet.locator('#steps p')).toHaveCSS('direction', 'rtl')
  const summary = page.getByText(/^Computer, 1024 px wide.*200% zoom, dark, right to left$/)
  await expect(summary).toBeVisible()

  await page.reload()
  await expect(summary).toBeVisible()
  await expect.poll(() => widthOfSheet(page)).toBe(512)
})

test('editor and participant view agree on the direction of each block', async ({ page, api }) => {
  const task_introduction =
    '<p>مرحبا بكم</p><p>Welcome</p><h2>שלום</h2><ol><li>اقرأ</li><li>Read</li><li>3</li></ol>'
  const task_steps =
    '<p>Read</p><p>שלום, then read</p><ul><li>Read<ul><li>שלום</li></ul></li></ul>' +
    '<blockquote><p>Hello اقرأ</p></blockquote><p dir="rtl">Right</p>'
  const texts = { task_introduction, task_steps }
  const task_details = { ...documentedExample.task_details, ...texts }
  const { id } = await api.create({ ...documentedExample, name: 'Both ways', task_details })
  await page.goto(`/practice/new?from=practice/${id}`)
  const sheet = sheetOf(page)
  for (const [field, part, first] of [
    ['Introduction', 'introduction', 'rtl'],
    ['Steps', 'steps', 'ltr'],
  ] as const) {
    const editor = page.getByRole('textbox', { name: field })
    await expect(editor).toContainText('Read')
    await expect(sheet.locator(`#${part} > p`).first()).toHaveCSS('direction', first)
    const shown = await directionsIn(sheet.locator(`#${part}`))
    expect(shown).toContain('rtl')
    expect(shown).toContain('ltr')
    expect(await directionsIn(editor)).toEqual(shown)
  }
  await expect(sheet.locator('ol')).toHaveCSS('direction', 'rtl')
  await expect(sheet.locator('ul ul')).toHaveCSS('direction', 'rtl')
})

/** The direction of each block that both the editor and the participant view have. */
const directionsIn = (text: Locator) =>
  text
    .locator('h2, ol, ul, li, blockquote, p:not(li > p)')
    .evaluateAll((blocks) => blocks.map((block) => getComputedStyle(block).direction))

test('the ways to look at the page need no mouse', async ({ page, api }) => {
  await openStored(page, api, {})
  await page.getByRole('radio', { name: 'Phone' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Tablet' })).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('checkbox', { name: 'Dark' })).toBeFocused()
  await page.keyboard.press('Space')
  await expect(sheetOf(page).locator('html')).toHaveAttribute('data-dark')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'More view options, 1 on' })).toBeFocused()
})

test('what Prolific is sure to keep can be seen alone, also while typing', async ({
  write,
  page,
}) => {
  await write.open()
  const sheet = write.participantView
  await write.introduction.click()
  await page.keyboard.press('ControlOrMeta+E')
  await page.keyboard.type('code')
  await expect(sheet.locator('code')).toHaveText('code')
  await page.getByRole('button', { name: 'More view options' }).click()
  await page.getByRole('checkbox', { name: 'Only what Prolific is sure to keep' }).check()
  await expect(sheet.getByText('code')).toBeVisible()
  await expect(sheet.locator('code')).toHaveCount(0)
  await write.introduction.click()
  await page.keyboard.press('End')
  await page.keyboard.type('words')
  await expect(sheet.getByText('codewords')).toBeVisible()
  await expect(sheet.locator('code')).toHaveCount(0)
  await page.getByRole('button', { name: 'Show everything' }).click()
  await expect(sheet.locator('code')).toHaveText('codewords')
})

test('a phone and a computer are side by side where there is room', async ({ page, api }) => {
  await openStored(page, api, {})
  const expand = page.getByRole('button', { name: 'Expand' })
  await expand.click()
  const whole = page.getByRole('dialog', { name: 'Participant view, full window' })
  for (const device of ['phone', 'computer']) {
    const sheet = whole.frameLocator(`iframe[title$=", ${device}"]`)
    await expect(sheet.getByText('Read each review carefully')).toBeVisible()
  }
  await page.setViewportSize({ width: 1000, height: 900 })
  await expect(whole.locator('iframe')).toHaveCount(1)
  await expect(whole.getByRole('radio')).toHaveCount(3)
  await page.keyboard.press('Escape')
  await expect(whole).toBeHidden()
  await expect(expand).toBeFocused()
})

test('Escape closes the whole window from within its page, too', async ({ page, api }) => {
  await openStored(page, api, {})
  const expand = page.getByRole('button', { name: 'Expand' })
  await expand.click()
  const whole = page.getByRole('dialog', { name: 'Participant view, full window' })
  await whole.frameLocator('iframe').last().getByText('Read each review carefully').click()
  await page.keyboard.press('Escape')
  await expect(whole).toBeHidden()
  await expect(expand).toBeFocused()
})

test.describe('while its code is out of reach', () => {
  test.use({ expectedConsole: [/LoadedView/] })

  test('a view that cannot be loaded says so and is asked for again', async ({ page, api }) => {
    const { id } = await api.create({ ...documentedExample, name: 'Not at once' })
    await page.route('**/assets/LoadedView-*.js', (route) => route.abort())
    await page.goto(`/practice/batches/${id}`)
    await expect(page.getByRole('alert')).toContainText('could not be loaded')
    await page.unroute('**/assets/LoadedView-*.js')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(sheetOf(page).getByText('Read each review carefully')).toBeVisible()
  })
})

test('on paper there is all of what participants read, and nothing of the form', async ({
  write,
  page,
}) => {
  await write.open()
  await write.type({ title: 'On paper', introduction: 'First', steps: 'Last' })
  await write.steps.focus()
  for (let line = 0; line < 40; line += 1) await page.keyboard.press('Enter')
  await page.keyboard.type('The end')
  await expect(write.participantView.getByText('The end')).toBeVisible()
  await page.getByRole('tab', { name: 'Request' }).click()
  await page.emulateMedia({ media: 'print' })
  for (const width of [720, 1280]) {
    await page.setViewportSize({ width, height: 4000 })
    await expect(write.title).toBeHidden()
    await expect(write.createButton).toBeHidden()
    await expect(page.getByRole('tab')).toHaveCount(0)
    const paper = page.getByRole('region', { name: 'Participant view' })
    await expect(paper.getByText('First')).toBeInViewport()
    await expect(paper.getByText('The end')).toBeInViewport()
  }
})

test('a word that is too long for the device is named until it is gone', async ({
  write,
  page,
}) => {
  await write.open()
  const note = page.getByText(
    /A long word \(“x+…”\) in Introduction is \d+ px too wide for a phone\./,
  )
  await write.type({ introduction: `Look at ${'x'.repeat(70)}` })
  await expect(note).toBeVisible()
  await page.getByRole('button', { name: 'Show it' }).click()
  await expect(write.participantView.locator('[data-too-wide]')).toHaveText(/^Look at/)

  // From right to left it sticks out of the other side.
  await page.getByRole('button', { name: 'More view options' }).click()
  await page.getByRole('checkbox', { name: 'Right to left' }).check()
  await expect(write.participantView.locator('#introduction p')).toHaveCSS('direction', 'rtl')
  await expect(note).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByText('Computer', { exact: true }).click()
  await expect(note).toBeHidden()
  await expect(write.participantView.locator('[data-too-wide]')).toHaveCount(0)
  await page.getByText('Phone', { exact: true }).click()
  await expect(note).toBeVisible()

  await write.introduction.focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('Short')
  await expect(note).toBeHidden()
})

test.describe('what is wider than a phone is called by its name', () => {
  const cell = '<td style="width: 150px"><p style="width: 150px">cell</p></td>'
  const parts = {
    'A table': `<table><tr>${cell.repeat(4)}</tr></table>`,
    'A part with a fixed width': '<div style="width: 600px"><p>box</p></div>',
    'A code block': `<pre><code>${'code '.repeat(30)}</code></pre>`,
    'A line that cannot break': `<p>So <b style="white-space: nowrap">${'on and '.repeat(20)}</b></p>`,
    'A link': `<ol><li>See <a href="https://a.org">https://a.org/${'path'.repeat(20)}</a></li></ol>`,
  }
  for (const [name, html] of Object.entries(parts)) {
    test(name, async ({ page, api }) => {
      await openStored(page, api, { task_steps: `<p>Read.</p>${html}` })
      await expect(page.getByText(new RegExp(`^${name}.* in Steps is \\d+ px`))).toBeVisible()
    })
  }

  test('nothing, where everything fits', async ({ page, api }) => {
    await openStored(page, api, {
      task_introduction: '<p><img src="https://pics.example.org/a.png" alt="A cat"></p>',
      task_steps: '<pre>code</pre><table><tr><td>cell</td></tr></table><p>words</p>',
    })
    // What is said about pictures and about widths is found out in one go.
    await expect(page.getByText(/will load pictures from/)).toBeVisible()
    await expect(page.getByText(/too wide for/)).toHaveCount(0)
  })
})

test.describe('pictures from elsewhere', () => {
  test.use({ expectedHosts: ['pics.example.org'] })

  const picture = (host: string) => `<p><img src="https://${host}/cat.png" alt="A cat"></p>`
  const texts = {
    task_introduction: picture('pics.example.org') + picture('tracker.example.org'),
    task_steps: '<p><img src="http://plain.example.org/cat.png" alt="A dog"></p>',
  }

  /** Answers for every other site with one picture, and writes down who is asked. */
  async function countRequests(page: Page, baseURL: string | undefined) {
    const asked: string[] = []
    page.on('request', (request) => {
      const { origin, host } = new URL(request.url())
      if (origin !== baseURL) asked.push(host)
    })
    await page.context().route('https://*.example.org/**', (route) =>
      route.fulfill({
        contentType: 'image/svg+xml',
        headers: { 'cross-origin-resource-policy': 'cross-origin' },
        body: '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>',
      }),
    )
    return asked
  }

  test('are asked for when somebody says so, and from that host alone', async ({
    page,
    api,
    baseURL,
  }) => {
    const asked = await countRequests(page, baseURL)
    await openStored(page, api, texts)
    const sheet = sheetOf(page)
    await expect(sheet.getByText('Picture from pics.example.org: A cat')).toBeVisible()
    expect(asked).toEqual([])
    await page.getByRole('button', { name: 'Show pictures from pics.example.org' }).click()
    const shown = sheet.getByRole('img', { name: 'A cat', exact: true })
    await expect
      .poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBe(40)
    await expect(sheet.getByText('Picture from tracker.example.org: A cat')).toBeVisible()
    await expect(sheet.getByText('Picture without an address: A dog')).toBeVisible()
    expect(new Set(asked)).toEqual(new Set(['pics.example.org']))

    asked.splice(0)
    await page.getByRole('button', { name: 'Hide pictures from pics.example.org' }).click()
    await expect(sheet.getByText('Picture from pics.example.org: A cat')).toBeVisible()
    expect(asked).toEqual([])
  })

  test('stay placeholders where the host serves plain files', async ({ page, api, baseURL }) => {
    const asked = await countRequests(page, baseURL)
    await page.route('**/preview.html?*', async (route) =>
      route.fulfill({ response: await route.fetch({ url: `${baseURL}/preview.html` }) }),
    )
    await openStored(page, api, texts)
    await expect(page.getByText(/this copy of the app runs without its own server/)).toBeVisible()
    await expect(page.getByRole('button', { name: /^Show pictures/ })).toHaveCount(0)
    expect(asked).toEqual([])
  })
})

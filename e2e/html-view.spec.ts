import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { CreateBatchRequest } from '#contract/batch.ts'
import { expect, test } from './fixtures.ts'
import type { WritePage } from './write-page.ts'

/** The switch of one text; its toolbar is named after the text. */
const modeButton = (page: Page, text: string, mode: 'Visual' | 'HTML') =>
  page
    .getByRole('toolbar', { name: new RegExp(`^${text}: `) })
    .getByRole('button', { name: mode, exact: true })

async function showHtml(page: Page, text = 'Steps') {
  await modeButton(page, text, 'HTML').click()
  await expect(page.getByRole('toolbar', { name: `${text}: HTML` })).toBeVisible()
}

async function showVisual(page: Page, text = 'Steps') {
  await modeButton(page, text, 'Visual').click()
  await expect(page.getByRole('toolbar', { name: `${text}: formatting` })).toBeVisible()
}

/** Replaces the HTML of a text as a person would: by the clipboard, at once. */
async function writeHtml(write: WritePage, html: string, text = 'Steps') {
  await showHtml(write.page, text)
  await write.page.keyboard.press('Control+a')
  await write.page.keyboard.insertText(html)
}

/** The lines of the HTML as they are shown. */
const shownHtml = async (field: Locator) =>
  (await field.locator('.cm-line').allTextContents()).join('\n')

const sentSteps = async (write: WritePage) =>
  CreateBatchRequest.parse(JSON.parse(await write.shownRequest())).task_details.task_steps

test('HTML is typed, seen in the participant view, and undone in the visual editor', async ({
  write,
  page,
}) => {
  await write.open()
  await write.type({ steps: 'Read it' })
  await showHtml(page)
  await expect(write.steps).toBeFocused()
  expect(await shownHtml(write.steps)).toBe('<p>Read it</p>')
  await page.keyboard.type(' twice')
  await expect(write.participantView.getByText('Read it twice')).toBeVisible()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('<ol><li>Then decide')
  await expect(write.participantView.getByRole('listitem')).toHaveText('Then decide')

  await showVisual(page)
  await expect(write.steps).toBeFocused()
  await expect(write.steps.getByRole('listitem')).toHaveText('Then decide')
  await page.keyboard.press('Control+z')
  await expect(write.steps).toHaveText('Read it')
  expect(await sentSteps(write)).toBe('<p>Read it</p>')
})

test('switching ten times changes no byte, and the request holds them exactly', async ({
  write,
  page,
}) => {
  const html = '<P CLASS=lead>fish &amp; chips &copy;</P>\n\n<ul><li>one<li>two</ul>  <p>end'
  await write.open()
  await writeHtml(write, html)
  for (let count = 0; count < 5; count += 1) {
    await showVisual(page)
    await showHtml(page)
  }
  expect(await shownHtml(write.steps)).toBe(html)
  expect(await sentSteps(write)).toBe(html)
})

test('the undo history of the HTML is still there after a look at the visual editor', async ({
  write,
  page,
}) => {
  await write.open()
  await writeHtml(write, '<p>One</p>')
  await showVisual(page)
  await page.keyboard.type('!')
  await showHtml(page)
  expect(await shownHtml(write.steps)).toBe('<p>One!</p>')
  await page.keyboard.press('Control+z')
  expect(await shownHtml(write.steps)).toBe('<p>One</p>')
})

test('the caret stays where the words are', async ({ write, page }) => {
  await write.open()
  await write.type({ steps: 'One word' })
  for (let count = 0; count < 5; count += 1) await page.keyboard.press('ArrowLeft')
  await showHtml(page)
  await page.keyboard.type('x')
  expect(await shownHtml(write.steps)).toBe('<p>Onex word</p>')
  await showVisual(page)
  await page.keyboard.type('y')
  await expect(write.steps).toHaveText('Onexy word')
})

test('the keyboard goes in, around and out', async ({ write, page }) => {
  const { keyboard } = page
  await write.open()
  await write.type({ steps: 'Read' })
  await keyboard.press('Alt+F10')
  await keyboard.press('End')
  await expect(modeButton(page, 'Steps', 'HTML')).toBeFocused()
  await keyboard.press('Enter')
  await expect(write.steps).toBeFocused()
  await keyboard.press('Tab')
  await expect(write.steps).not.toBeFocused()
  await keyboard.press('Shift+Tab')
  await expect(write.steps).toBeFocused()
  await keyboard.press('Control+f')
  await expect(page.getByRole('textbox', { name: 'Find' })).toBeFocused()
  await keyboard.press('Escape')
  await expect(write.steps).toBeFocused()
  await keyboard.press('Alt+F10')
  await keyboard.press('End')
  await keyboard.press('ArrowLeft')
  await expect(modeButton(page, 'Steps', 'Visual')).toBeFocused()
  await keyboard.press('Enter')
  await expect(write.steps).toBeFocused()
  await keyboard.press('Control+Enter')
  await expect(page.getByText(/problems to fix/)).toBeVisible()
})

test('tags are closed while they are typed, and problems are explained', async ({
  write,
  page,
}) => {
  await write.open()
  await showHtml(page)
  await page.keyboard.type('<p>')
  expect(await shownHtml(write.steps)).toBe('<p></p>')
  await page.keyboard.type('x<b')
  const problems = page.getByRole('list', { name: 'Problems in the HTML' })
  await expect(problems).toContainText('This tag has no “>” of its own.')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await expect(problems).toBeHidden()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText('<script>alert(1)</script>')
  await expect(problems).toContainText('For safety, <script> is not sent.')
  expect(await sentSteps(write)).toBe('<p>x</p>')
})

test('formatting is one step and changes nothing that participants see', async ({
  write,
  page,
}) => {
  await write.open()
  await writeHtml(write, '<ul><li>one</li><li>two</li></ul>')
  await page.getByRole('button', { name: 'Format the HTML' }).click()
  await expect(page.getByText('Formatted. Use Undo to go back.')).toBeVisible()
  expect(await shownHtml(write.steps)).toBe('<ul>\n  <li>one</li>\n  <li>two</li>\n</ul>')
  await page.keyboard.press('Control+z')
  expect(await shownHtml(write.steps)).toBe('<ul><li>one</li><li>two</li></ul>')
})

test('a text without anything to be seen counts as missing', async ({ write, page }) => {
  await write.open()
  await writeHtml(write, '<p>&nbsp;</p><!-- later -->')
  await write.createButton.click()
  await expect(
    page.getByText('Write the steps: what participants do, in order.').first(),
  ).toBeVisible()
  await expect(write.steps).toHaveAttribute('aria-invalid', 'true')
})

test('the switch fits into the row at every width', async ({ write, page }) => {
  await write.open()
  await showHtml(page, 'Introduction')
  for (const width of [360, 390, 768, 899, 900, 1000, 1100, 1200, 1280, 1920]) {
    await page.setViewportSize({ width, height: 900 })
    for (const text of ['Introduction', 'Steps']) {
      const row = page.getByRole('toolbar', { name: new RegExp(`^${text}: `) })
      const overflow = await row.evaluate(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      )
      expect(overflow, `${text} at ${width} px`).toBeLessThanOrEqual(0)
    }
  }
  await page.setViewportSize({ width: 360, height: 900 })
  const box = await modeButton(page, 'Steps', 'HTML').boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual(44)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`${colorScheme}: axe finds nothing serious in the HTML`, async ({ write, page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await write.open()
    await writeHtml(write, '<p class="a">text &amp; <!-- note --><b>more</p>')
    await page.keyboard.press('Control+f')
    await expect(page.getByRole('list', { name: 'Problems in the HTML' })).toBeVisible()
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .options({ iframes: false })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(
      serious.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => String(target))]),
    ).toEqual([])
  })
}

test('a check shows its place in the HTML', async ({ write, page }) => {
  await write.open()
  await writeHtml(write, '<p>One</p>\n<p>Two <a href="https://example.org">here</a></p>')
  await page.getByRole('tab', { name: /^Checks/ }).click()
  await page.getByRole('button', { name: 'Steps: “here”' }).first().click()
  await expect(write.steps).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('!')
  await expect(write.steps).toContainText('<a href="https://example.org">!here</a>')
})

test('what was removed for safety is listed, and the original can be copied', async ({
  write,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const html = '<p onclick="alert(1)">One</p><script>alert(1)</script>'
  await write.open()
  await writeHtml(write, html)
  await showVisual(page)
  await expect(
    page.getByText('Removed for safety: 1 script, the click handler of a paragraph.'),
  ).toBeVisible()
  await page.getByRole('button', { name: /the original HTML/ }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(html)
  expect(await sentSteps(write)).toBe('<p>One</p>')
})

test('parts that visual editing would change are protected, told once, and compared', async ({
  write,
  page,
}) => {
  const html = '<p>One</p><ul>text<li>a</li></ul>'
  await write.open()
  await writeHtml(write, html)
  await showVisual(page)
  await expect(page.getByText('1 part is protected: Bulleted list <ul> “texta”.')).toBeVisible()
  await page.getByRole('button', { name: 'Show the difference' }).click()
  // The same words are in the list under the comparison, which is closed.
  const added = page.getByRole('listitem').filter({ hasText: 'Added: List item “text”' })
  await expect(added).toBeVisible()
  await page.getByRole('button', { name: 'Stay in HTML' }).click()
  await expect(write.steps).toBeFocused()
  expect(await shownHtml(write.steps)).toBe(html)
  await showVisual(page)
  await expect(page.getByText(/is protected/)).toBeHidden()
  expect(await sentSteps(write)).toBe(html)
})

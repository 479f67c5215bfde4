import type { Locator } from '@playwright/test'
import { outlineOf } from '#editor/paste/fixtures/outline-of.ts'
import type { PasteFixture } from '#editor/paste/fixtures/paste-fixture.ts'
import { pasteFixtures } from '#editor/paste/fixtures/paste-fixtures.ts'
import { expect, test } from './fixtures.ts'

/** Pastes or drops as the browser would, with everything that an application put on the clipboard. */
async function paste(
  text: Locator,
  { html, text: plain }: Pick<PasteFixture, 'html' | 'text'>,
  files: string[] = [],
) {
  await text.evaluate(
    (element, given) => {
      const data = new DataTransfer()
      if (given.html !== undefined) data.setData('text/html', given.html)
      if (given.plain !== undefined) data.setData('text/plain', given.plain)
      for (const name of given.files) {
        const type = name.endsWith('.png') ? 'image/png' : 'application/pdf'
        data.items.add(new File(['x'], name, { type }))
      }
      const event = { clipboardData: data, bubbles: true, cancelable: true }
      element.dispatchEvent(new ClipboardEvent('paste', event))
    },
    { html, plain, files },
  )
}

const notice = (text: Locator) => text.page().getByRole('group', { name: 'Paste options' })

async function clear(text: Locator) {
  await text.press('ControlOrMeta+a')
  await text.press('Delete')
}

test('what is pasted from each application has its lists and all of its words', async ({
  write,
}) => {
  test.setTimeout(300_000)
  await write.open()
  const text = write.introduction
  await text.click()
  // The first paste waits for the clean-up.
  await paste(text, { text: 'ready\nor not' })
  await expect(text).toHaveText('readyor not')
  const wrong: unknown[] = []
  for (const fixture of pasteFixtures) {
    await clear(text)
    await paste(text, fixture)
    const html = await text.innerHTML()
    const { lists, reads } = await text.evaluate(outlineOf)
    const expected = { lists: fixture.lists ?? [], reads: fixture.reads }
    if (JSON.stringify(lists) !== JSON.stringify(expected.lists) || reads !== expected.reads) {
      wrong.push({ name: fixture.name, lists, reads, expected })
    }
    expect(html, fixture.name).not.toMatch(/mso-|file:|utm_/)
  }
  expect(wrong).toEqual([])
})

test('a paste before the clean-up has arrived waits for it and is not lost', async ({
  write,
  page,
}) => {
  let go = () => {}
  const held = new Promise<void>((resolve) => {
    go = resolve
  })
  await page.route(/insert-paste/, async (route) => {
    await held
    await route.continue()
  })
  await write.open()
  await write.introduction.click()
  await paste(write.introduction, { text: '1. one\n2. two' })
  await page.keyboard.type('after')
  await expect(write.introduction).toHaveText('after')
  go()
  await expect(write.introduction.getByRole('listitem')).toHaveText(['one', /^two/])
  await expect(write.introduction).toContainText('after')
})

test.describe('without the clean-up', () => {
  test.use({ expectedConsole: [/insert-paste|Failed to load/] })
  test('a paste still brings its words', async ({ write, page }) => {
    await page.route(/insert-paste/, (route) => route.abort())
    await write.open()
    await write.introduction.click()
    await paste(write.introduction, { html: '<p style="mso-x:1">some <b>words</b></p>' })
    await expect(write.introduction.locator('strong, b')).toHaveText('words')
  })
})

const word = pasteFixtures.find(({ name }) => name.includes('pictures on the computer'))
const list = pasteFixtures.find(({ name }) => name === 'Word 365: bullets')

test('the notice says what was lost, can be undone, and pastes in other ways', async ({
  write,
  page,
}) => {
  await write.open()
  await write.type({ introduction: 'Before. ' })
  await paste(write.introduction, word ?? {})
  await expect(page.getByText('Pasted from Word. 1 picture was left out')).toBeVisible()
  await notice(write.introduction).getByRole('button', { name: 'What to do' }).click()
  await expect(page.getByText(/Upload each picture/)).toBeVisible()
  await notice(write.introduction).getByRole('button', { name: 'Undo' }).click()
  await expect(write.introduction).toHaveText('Before. ')
  await expect(notice(write.introduction)).toBeHidden()

  await paste(write.introduction, { ...list, text: '· Mark the tone\n· Mark the topic' })
  await expect(write.introduction.getByRole('listitem')).toHaveCount(3)
  await notice(write.introduction).getByRole('button', { name: 'Paste as plain text' }).click()
  await expect(write.introduction.getByRole('listitem')).toHaveCount(0)
  await expect(write.introduction).toContainText('· Mark the topic')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(write.introduction).toHaveText('Before. ')
})

test('colours are brought back on demand', async ({ write, page }) => {
  await write.open()
  await write.introduction.click()
  const html = `<p>Press the <span style="color:#c00000;background:yellow">red</span> key, not the other one.</p>`
  await paste(write.introduction, { html })
  await expect(page.getByText('Pasted. Colors were left out.')).toBeVisible()
  await notice(write.introduction).getByRole('button', { name: 'Keep original formatting' }).click()
  await expect(page.getByText('Pasted with its colors')).toBeVisible()
  await expect(write.introduction.locator('[style*="color"]')).toHaveText('red')
})

test('a paste that loses nothing is silent', async ({ write }) => {
  await write.open()
  await write.introduction.click()
  await paste(write.introduction, { html: '<p>One <b>bold</b> word.</p>', text: 'One bold word.' })
  await expect(write.introduction).toHaveText('One bold word.')
  await expect(notice(write.introduction)).toBeHidden()
})

test('the part of a protocol that says what to do moves to the steps', async ({ write, page }) => {
  await write.open()
  await write.type({ steps: 'Already here' })
  await write.introduction.click()
  const html =
    '<h1>About</h1><p>We study reading.</p><h2>Procedure</h2><ol><li>Read</li><li>Rate</li></ol>'
  await paste(write.introduction, { html })
  await notice(write.introduction)
    .getByRole('button', { name: 'Move “Procedure” and everything after it to Steps' })
    .click()
  await expect(write.introduction).toHaveText('AboutWe study reading.')
  await expect(write.steps).toHaveText('Already hereProcedureReadRate')
  await expect(page.getByText('Moved “Procedure” and everything after it to Steps.')).toBeVisible()
  await notice(write.introduction).getByRole('button', { name: 'Undo' }).click()
  await expect(write.steps).toHaveText('Already here')
  await expect(write.introduction).toHaveText('AboutWe study reading.ProcedureReadRate')
})

test('files are refused by name, with what to do instead', async ({ write, page }) => {
  await write.open()
  await write.introduction.click()
  await paste(write.introduction, {}, ['diagram.png'])
  await expect(page.getByText(/^diagram\.png was not inserted: Prolific needs a web/)).toBeVisible()
  await paste(write.introduction, {}, ['guide.pdf', 'notes.pdf'])
  await expect(page.getByText(/^guide\.pdf and 1 more were not inserted: open/)).toBeVisible()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(notice(write.introduction)).toBeHidden()
  await expect(write.introduction).toBeFocused()
})

test('dropped HTML is cleaned up like pasted HTML', async ({ write }) => {
  await write.open()
  await write.type({ introduction: 'Here' })
  await write.introduction.evaluate((element, html) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.setData('text/html', html)
    const { left, top } = element.getBoundingClientRect()
    const at = { clientX: left + 30, clientY: top + 30 }
    element.dispatchEvent(
      new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true, ...at }),
    )
  }, list?.html ?? '')
  await expect(write.introduction.getByRole('listitem')).toHaveText([
    'Mark the tone',
    'Mark the topic',
    /^Write one reason/,
  ])
})

test('copied from one text into the other nothing is said and nothing changes', async ({
  write,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await write.open()
  await write.fillExample()
  await write.introduction.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+c')
  const copied = await write.introduction.innerHTML()
  await write.steps.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+v')
  await expect.poll(() => write.steps.innerHTML()).toBe(copied)
  await expect(notice(write.steps)).toBeHidden()
})

test('Ctrl+Shift+V pastes words without their formatting', async ({ write, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await write.open()
  await page.evaluate(async () => {
    const html = new Blob(['<p><b>bold</b> word</p>'], { type: 'text/html' })
    const plain = new Blob(['bold word'], { type: 'text/plain' })
    await navigator.clipboard.write([new ClipboardItem({ 'text/html': html, 'text/plain': plain })])
  })
  await write.introduction.click()
  await page.keyboard.press('ControlOrMeta+Shift+V')
  await expect(write.introduction).toHaveText('bold word')
  await expect(write.introduction.locator('strong, b')).toHaveCount(0)
})

test('a list, a heading and a table behind words stay what they are', async ({ write, page }) => {
  await write.open()
  const text = write.introduction
  await text.click()
  await page.keyboard.type('Please do this:')
  await paste(text, { html: '<ol><li>Read</li><li>Rate</li></ol>' })
  await expect(text.getByRole('listitem')).toHaveText(['Read', 'Rate'])
  // Into the list, behind an item and within one.
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('End')
  await paste(text, { html: '<ul><li>Mark</li><li>Check</li></ul>' })
  await expect(text.getByRole('listitem')).toHaveText(['Read', 'Mark', 'Check', 'Rate'])
  await expect(text.getByRole('list')).toHaveCount(1)
  // In the middle of the first line.
  await text.press('ControlOrMeta+Home')
  for (const _ of 'Please') await page.keyboard.press('ArrowRight')
  await paste(text, { html: '<h2>Procedure</h2><p>Begin. </p>' })
  await page.keyboard.type('Then')
  await expect(text.locator('p')).toHaveText([
    'Please',
    'Begin.Then do this:',
    'Read',
    'Mark',
    'Check',
    'Rate',
  ])
  await expect(text.getByRole('heading')).toHaveText('Procedure')
  await paste(text, { html: '<table><tr><td>1</td><td>2</td></tr></table>' })
  await expect(text.getByRole('cell')).toHaveText(['1', '2'])
  await page.keyboard.type('!')
  await expect(text).toHaveText('PleaseProcedureBegin.Then12! do this:ReadMarkCheckRate')
})

test('a list that was copied in one text stays one behind the words of the other', async ({
  write,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await write.open()
  await write.steps.click()
  await page.keyboard.type('- Read')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Rate')
  await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press('Shift+Home')
  await page.keyboard.press('ControlOrMeta+c')
  await write.introduction.click()
  await page.keyboard.type('Please do this:')
  await page.keyboard.press('ControlOrMeta+v')
  await expect(write.introduction.locator('> p')).toHaveText('Please do this:')
  await expect(write.introduction.getByRole('listitem')).toHaveText(['Read', 'Rate'])
})

test('what is copied or cut is what is selected at that moment', async ({
  write,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await write.open()
  const text = write.introduction
  await text.click()
  await page.keyboard.type('Read each text')
  // In one task, so that the browser has not told anyone of the new selection yet.
  await page.evaluate(() => {
    getSelection()?.modify('extend', 'backward', 'word')
    document.execCommand('copy')
  })
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('text')
  await page.evaluate(() => {
    getSelection()?.modify('extend', 'backward', 'word')
    document.execCommand('cut')
  })
  await expect(text).toHaveText(/^Read\s*$/)
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('each text')
})

test('a paste from the menu after Shift+Tab out of the text has its formatting', async ({
  write,
  page,
}) => {
  await write.open()
  const text = write.introduction
  await text.click()
  await page.keyboard.press('Shift+Tab')
  await text.click()
  await paste(text, { html: '<ul><li><b>Bold</b> one</li></ul>', text: 'Bold one' })
  await expect(text.getByRole('listitem').locator('b, strong')).toHaveText('Bold')
})

test('an address, line breaks at the end and replaced cells arrive or are said', async ({
  write,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await write.open()
  const text = write.introduction
  await text.click()
  await page.keyboard.press('ControlOrMeta+a')
  await paste(text, { text: 'https://example.org/form?a=1,2' })
  await expect(text).toHaveText('https://example.org/form?a=1,2')

  await clear(text)
  await page.keyboard.type('Look at it')
  for (const _ of '1234') await page.keyboard.press('Shift+Enter')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+c')
  await write.steps.click()
  await page.keyboard.press('ControlOrMeta+v')
  await expect(write.steps.locator('br:not([class])')).toHaveCount(4)

  await clear(text)
  await paste(text, {
    html: '<table><tr><td>A1</td><td>B1</td></tr><tr><td>A2</td><td>B2</td></tr></table>',
  })
  await text.getByRole('cell', { name: 'A1' }).click()
  await paste(text, { html: '<table><tr><td>x1</td></tr><tr><td>x2</td></tr></table>' })
  await expect(text.getByRole('cell')).toHaveText(['x1', 'B1', 'x2', 'B2'])
  await expect(page.getByText('2 cells were replaced.')).toBeVisible()
  await notice(text).getByRole('button', { name: 'Undo' }).click()
  await expect(text.getByRole('cell')).toHaveText(['A1', 'B1', 'A2', 'B2'])
})

import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { documentedExample } from '#contract/examples.ts'
import { expect, test } from './fixtures.ts'
import { completeBatch } from './practice-api.ts'

const texts = documentedExample.task_details
const title = (page: Page) => page.getByRole('textbox', { name: 'Task title' })
const save = (page: Page) => page.getByRole('button', { name: 'Save changes' })
const exactly = (page: Page) => page.getByText('Practice stored your text exactly as you wrote it.')

async function openEditor(page: Page) {
  await page.getByRole('button', { name: 'Edit text' }).click()
  await expect(page.getByRole('textbox', { name: 'Steps' })).toBeEditable()
}

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

test('a new batch is read back and said to be stored as written', async ({ write, page }) => {
  await write.open()
  await write.fillExample('Read back')
  await write.create()
  await expect(exactly(page)).toBeVisible()
  await page.reload()
  await expect(exactly(page)).toBeVisible()
})

test('a text is changed, byte for byte where nobody touched it', async ({ batch, api, page }) => {
  const task_details = {
    ...texts,
    task_introduction: '<P>Keep &copy; this</P>\n<p>Change this</p>',
  }
  const { id } = await api.create({ ...completeBatch, name: 'Edited', task_details })
  await batch.open(id)
  await openEditor(page)
  await page.getByRole('textbox', { name: 'Introduction' }).getByText('Change this').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' now')
  await expect(page.frameLocator('iframe').getByText('Change this now')).toBeVisible()
  await save(page).click()
  await expect(exactly(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Edit text' })).toBeFocused()
  expect((await api.read(id)).task_details?.task_introduction).toBe(
    '<P>Keep &copy; this</P>\n<p>Change this now</p>',
  )
})

test('what somebody else stored meanwhile is shown before anything is sent', async ({
  batch,
  api,
  page,
}) => {
  const { id } = await api.create({ ...completeBatch, name: 'Two editors' })
  await batch.open(id)
  await openEditor(page)
  await title(page).fill('My title')
  await api.rewrite(id, { ...texts, task_steps: '<ol><li>Read each review twice</li></ol>' })
  await save(page).click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('Somebody changed this text while you were editing it.')
  await expect(alert.getByRole('insertion').first()).toContainText('twice')
  await expectAccessible(page)
  expect((await api.read(id)).task_details?.task_name).toBe(texts.task_name)

  await alert.getByRole('button', { name: 'Replace with mine' }).click()
  await expect(exactly(page)).toBeVisible()
  expect((await api.read(id)).task_details).toMatchObject({
    task_name: 'My title',
    task_steps: texts.task_steps,
  })
})

test('formatting that was not kept is shown as participants would miss it', async ({
  write,
  page,
}) => {
  await write.open()
  await write.fillExample('Loses things !stripped')
  await page.evaluate((html) => {
    const clipboard = new DataTransfer()
    clipboard.setData('text/html', html)
    clipboard.setData('text/plain', 'Read this page first.')
    const steps = document.querySelector('#field-steps')
    if (!(steps instanceof HTMLElement)) throw new Error('There is no editor for the steps.')
    steps.focus()
    steps.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true }))
  }, '<p>Read <a href="https://example.org">this page</a> first.</p>')
  await expect(write.steps.getByRole('link', { name: 'this page' })).toBeVisible()
  await write.create()
  await expect(
    page.getByText('The text that Practice stored differs from the text you sent.'),
  ).toBeVisible()
  const steps = page.getByRole('region', { name: 'Steps' })
  await expect(steps.getByRole('deletion').first()).toContainText('this page')
  await expectAccessible(page)
  await steps.getByText('Show the exact HTML').click()
  await expect(steps.getByRole('region', { name: 'You sent' })).toContainText('example.org')
  await page.reload()
  await page.getByRole('button', { name: 'Accept the stored text' }).click()
  await expect(exactly(page)).toBeVisible()
})

test.describe('when the connection breaks', () => {
  test.use({ expectedConsole: [/Failed to load resource/] })

  test('an edit whose answer never arrives is found to be stored', async ({ batch, api, page }) => {
    const { id } = await api.create({ ...completeBatch, name: 'Unanswered !edit-drop' })
    await batch.open(id)
    await openEditor(page)
    await title(page).fill('Stored all the same')
    await save(page).click()
    await expect(exactly(page)).toBeVisible()
    expect((await api.read(id)).task_details?.task_name).toBe('Stored all the same')
  })
})

test('a change that was not saved survives a reload', async ({ batch, api, page }) => {
  const { id } = await api.create({ ...completeBatch, name: 'Left in the middle' })
  await batch.open(id)
  await openEditor(page)
  await expect(page).toHaveURL(`/practice/batches/${id}/edit`)
  await page.getByRole('textbox', { name: 'Steps' }).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' and more')
  await page.reload()
  await expect(page.getByText(/These are your unsaved changes from/)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Steps' })).toContainText('and more')

  await batch.open(id)
  await page.getByRole('button', { name: 'Continue editing' }).click()
  await expect(page.getByRole('textbox', { name: 'Steps' })).toContainText('and more')
})

test('a change that was not saved is among the drafts, and is never a new batch', async ({
  batch,
  api,
  page,
}) => {
  const { id } = await api.create({ ...completeBatch, name: 'Begun' })
  await batch.open(id)
  await openEditor(page)
  await title(page).fill('Half done')
  await page.getByRole('button', { name: 'Close' }).click()
  await page.goto('/practice/drafts')
  const change = page.getByRole('link', { name: 'Change to Begun' })
  await expect(change).toBeVisible()
  await expectAccessible(page)
  await change.click()
  await expect(title(page)).toHaveValue('Half done')

  await page.goto(`/practice/new?draft=edit-practice-${id}`)
  await expect(page).toHaveURL(`/practice/batches/${id}/edit`)
  await expect(title(page)).toHaveValue('Half done')
  await save(page).click()
  await expect(exactly(page)).toBeVisible()
  await page.goto('/practice/drafts')
  await expect(page.getByText('No drafts yet')).toBeVisible()
})

test('two windows that change one text keep both changes, and ask', async ({
  batch,
  api,
  page,
  context,
}) => {
  const { id } = await api.create({ ...completeBatch, name: 'Two windows' })
  await batch.open(id)
  await openEditor(page)
  const other = await context.newPage()
  await other.goto(`/practice/batches/${id}/edit`)
  await expect(other.getByRole('textbox', { name: 'Steps' })).toBeEditable()
  await title(page).fill('In both')
  await expect(title(other)).toHaveValue('In both')

  // Neither knows of the other yet.
  await Promise.all([title(page).fill('From the first'), title(other).fill('From the second')])
  const asks = (tab: Page) => tab.getByText('This draft was changed in another tab.')
  await expect.poll(async () => (await asks(page).count()) + (await asks(other).count())).toBe(1)
  const asked = (await asks(page).count()) === 1 ? page : other
  const mine = await title(asked).inputValue()
  const theirs = mine === 'From the first' ? 'From the second' : 'From the first'
  await expectAccessible(asked)
  await asked.getByRole('button', { name: 'Close' }).click()
  await expect(asked.getByRole('button', { name: 'Continue editing' })).toBeFocused()
  await page.close()
  await other.close()

  const next = await context.newPage()
  await next.goto(`/practice/batches/${id}`)
  await next.getByRole('button', { name: 'Continue editing' }).click()
  await expect(title(next)).toHaveValue(mine)
  await next.getByRole('button', { name: 'Compare' }).click()
  const dialog = next.getByRole('dialog', { name: 'Changes from their version to yours' })
  await expect(dialog.getByRole('region', { name: 'Task title' })).toContainText(theirs)
  await dialog.getByRole('button', { name: 'Take theirs' }).click()
  await expect(title(next)).toHaveValue(theirs)
  await next.getByRole('button', { name: 'Put it back' }).click()
  await expect(title(next)).toHaveValue(mine)
})

test('the text is edited by keyboard alone', async ({ batch, api, page }) => {
  const { id } = await api.create({ ...completeBatch, name: 'By keyboard' })
  await batch.open(id)
  await page.getByRole('button', { name: 'Edit text' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Edit this batch' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(title(page)).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Typed')
  await page.keyboard.press('Enter')
  await expect(exactly(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Edit text' })).toBeFocused()
  expect((await api.read(id)).task_details?.task_name).toBe('Typed')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('the text can be edited, and nothing is wider than the screen', async ({
    batch,
    api,
    page,
  }) => {
    const { id } = await api.create({ ...completeBatch, name: 'On a phone' })
    await batch.open(id)
    await openEditor(page)
    await expectAccessible(page)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
    await title(page).fill('From a phone')
    const box = await save(page).boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(44)
    await save(page).click()
    await expect(exactly(page)).toBeVisible()
  })
})

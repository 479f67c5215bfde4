import { CreateBatchRequest } from '#contract/batch.ts'
import { expect, test } from './fixtures.ts'
import type { WritePage } from './write-page.ts'

/** A list with bare text in it: visual editing would change it, so it is protected. */
const PART = '<ul>loose<li>one</li></ul>'

/** Opens the form with a text that was stored as HTML, as a batch's own text would be. */
async function openWith(write: WritePage, html: string) {
  await write.open()
  const toolbar = write.page.getByRole('toolbar', { name: /^Steps: / })
  await toolbar.getByRole('button', { name: 'HTML', exact: true }).click()
  await expect(write.steps).toBeFocused()
  await write.page.keyboard.insertText(html)
  await toolbar.getByRole('button', { name: 'Visual', exact: true }).click()
  await expect(partOf(write)).toBeVisible()
}

const partOf = (write: WritePage) =>
  write.steps.getByRole('group', { name: 'Protected part: kept exactly' })

/** What would be sent follows the editor once the typing rests. */
const expectSteps = async (write: WritePage, html: string) =>
  expect
    .poll(async () => {
      const request = CreateBatchRequest.parse(JSON.parse(await write.shownRequest()))
      return request.task_details.task_steps
    })
    .toBe(html)

test('a protected part is moved, edited as HTML and removed with its buttons', async ({
  write,
  page,
}) => {
  await openWith(write, `<p>Before</p>${PART}<p>After</p>`)
  const part = partOf(write)
  const moveUp = part.getByRole('button', { name: 'Move protected part up' })
  await part.getByText('Protected part: kept exactly').click()
  await moveUp.click()
  await expect(moveUp).toHaveAttribute('aria-disabled', 'true')
  await expectSteps(write, `${PART}<p>Before</p><p>After</p>`)

  await part.getByRole('button', { name: 'Move protected part down' }).click()
  await part.getByRole('button', { name: /^Edit as HTML/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit the protected part as HTML' })
  await expect(dialog.getByRole('textbox', { name: 'HTML' })).toHaveValue(PART)
  await dialog.getByRole('textbox', { name: 'HTML' }).fill('<ul>loose<li>two</li></ul>')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expectSteps(write, '<p>Before</p><ul>loose<li>two</li></ul><p>After</p>')

  await part.getByRole('button', { name: 'Remove protected part' }).click()
  await expect(part).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(part).toBeVisible()
})

test('the same by keyboard alone, and a change is not thrown away by one Escape', async ({
  write,
  page,
}) => {
  await openWith(write, `<p>Before</p>${PART}`)
  const part = partOf(write)
  await write.steps.getByText('Before').click()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Alt+ArrowUp')
  await expectSteps(write, `${PART}<p>Before</p>`)

  await part.getByText('Protected part: kept exactly').click()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Edit the protected part as HTML' })
  const html = dialog.getByRole('textbox', { name: 'HTML' })
  await expect(html).toBeFocused()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('<p>More')
  await page.keyboard.press('Escape')
  await expect(dialog.getByRole('alert')).toContainText('Your changes are not saved')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(write.steps.getByText('More')).toBeVisible()
  await expectSteps(write, `${PART}<p>More<p>Before</p>`)
})

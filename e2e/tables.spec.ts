import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './fixtures.ts'

const introduction = (html: string) => ({ task_details: { task_introduction: html } })

test('a table is made, filled and changed by keyboard, and sent as it is seen', async ({
  write,
  page,
}) => {
  const { keyboard } = page
  const press = async (...keys: string[]) => {
    for (const key of keys) await keyboard.press(key)
  }
  const bar = page.getByRole('toolbar', { name: 'Introduction: formatting' })
  const choose = async (menu: string, item: string | RegExp) => {
    await press('Alt+F10')
    await bar.getByRole('button', { name: menu, exact: true }).focus()
    await press('Enter')
    await bar.getByRole('button', { name: item }).focus()
    await press('Enter')
  }
  const sent = async () => {
    const body: unknown = JSON.parse(await write.shownRequest())
    return body
  }

  await write.open()
  await write.introduction.focus()
  await keyboard.type('Before')
  await choose('More formatting', /^Table…/)
  const dialog = page.getByRole('dialog', { name: 'Add a table' })
  await expect(dialog.getByLabel('Rows')).toBeFocused()
  await keyboard.type('2')
  await press('Tab')
  await keyboard.type('2')
  await press('Enter')
  await expect(dialog).toBeHidden()
  await expect(write.introduction).toBeFocused()

  await keyboard.type('Answer')
  await press('Tab')
  await keyboard.type('Meaning')
  await press('ArrowRight')
  await keyboard.type('Yes')
  await press('ArrowRight')
  await keyboard.type('It is there')
  await choose('Table', 'Add row below')
  await keyboard.type('No')
  await press('Shift+ArrowRight')
  await choose('Table', 'Merge cells')
  await choose('Table', 'Caption')
  await keyboard.type('What to answer')
  await expect(write.introduction.getByRole('table')).toContainText('What to answer')

  const start = '<p>Before</p><table><caption>What to answer</caption>'
  const body =
    '<tbody><tr><td>Yes</td><td>It is there</td></tr><tr><td colspan="2">No</td></tr></tbody></table><p><br></p>'
  expect(await sent()).toMatchObject(
    introduction(
      `${start}<thead><tr><th scope="col">Answer</th><th scope="col">Meaning</th></tr></thead>${body}`,
    ),
  )
  await write.introduction.focus()
  await choose('Table', 'Header row')
  expect(await sent()).toMatchObject(
    introduction(
      `${start}${body.replace('<tbody>', '<tbody><tr><td>Answer</td><td>Meaning</td></tr>')}`,
    ),
  )

  const { violations } = await new AxeBuilder({ page })
    .include('[role="textbox"]')
    .include('[role="toolbar"]')
    .analyze()
  expect(violations).toEqual([])

  await write.introduction.focus()
  const undo = bar.getByRole('button', { name: 'Undo' })
  while ((await undo.getAttribute('aria-disabled')) === null) await press('Control+z')
  await expect(write.introduction).toHaveText('')
  await expect(write.introduction.getByRole('table')).toHaveCount(0)

  await press('Tab')
  await expect(write.introduction).not.toBeFocused()
})

test('a picture is refused with the remedy, added with its words, changed and never loaded', async ({
  write,
  page,
}) => {
  const bar = page.getByRole('toolbar', { name: 'Introduction: formatting' })
  await write.open()
  await write.introduction.click()
  await page.keyboard.type('Look: ')
  await bar.getByRole('button', { name: 'More formatting' }).click()
  await bar.getByRole('button', { name: /^Picture…/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Address').fill('http://example.org/lamp.png')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/has to start with https/)).toBeVisible()
  await expect(dialog.getByText(/Describe what the picture shows/)).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze()
  expect(violations).toEqual([])
  await dialog.getByRole('button', { name: /^Use https/ }).click()
  await dialog.getByRole('textbox', { name: 'Alternative text' }).fill('A lamp')
  await dialog.getByRole('button', { name: 'Add picture' }).click()
  await expect(
    write.introduction.getByRole('img', { name: 'Picture from example.org: A lamp' }),
  ).toBeVisible()

  await write.introduction.getByRole('img').dblclick()
  await dialog.getByRole('checkbox', { name: /Decorative/ }).check()
  await dialog.getByRole('textbox', { name: 'Width in pixels' }).fill('200')
  await dialog.getByRole('button', { name: 'Change picture' }).click()
  const body: unknown = JSON.parse(await write.shownRequest())
  expect(body).toMatchObject({
    task_details: {
      task_introduction: '<p>Look: <img src="https://example.org/lamp.png" alt="" width="200"></p>',
    },
  })
})

import { expect, test } from './fixtures.ts'

for (const [device, viewport] of [
  ['a wide screen', { width: 1280, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  test.describe(`on ${device}`, () => {
    test.use({ viewport })

    test('a template is found, looked at, filled in and created', async ({
      write,
      batch,
      page,
    }) => {
      await page.goto('/practice/templates')
      await page.getByRole('searchbox', { name: 'Search templates' }).fill('toxic')
      await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Toxic comments'])
      await page.getByRole('button', { name: 'Preview “Toxic comments”' }).click()
      const dialog = page.getByRole('dialog', { name: 'Toxic comments' })
      const view = dialog.frameLocator('iframe')
      await expect(view.getByText('This task contains content that may upset you.')).toBeVisible()
      await dialog.getByRole('button', { name: 'Use this template' }).click()

      await page.waitForURL(/\/practice\/new\?draft=./)
      await write.ready()
      await expect(write.title).toHaveValue('How hurtful is this comment?')
      await expect(write.introduction.locator('open-placeholder')).toHaveText([
        '[your lab]',
        '[number]',
        '[contact address]',
      ])
      await page
        .getByRole('tab', { name: /^Checks/ })
        .or(page.getByRole('radio', { name: /^Checks/ }))
        .first()
        .click({ force: true })
      const row = page.getByRole('listitem').filter({ hasText: '“[your lab]”' })
      await row.getByRole('button', { name: 'Go to Introduction' }).click()
      await expect(write.introduction).toBeFocused()
      await page.keyboard.type('the Reading Lab')
      await expect(write.introduction).toContainText('Your answers help the Reading Lab to make')
      await expect(write.introduction.locator('open-placeholder')).toHaveCount(2)

      await write.create()
      await expect(batch.heading).toHaveText('Toxicity of comments')
    })
  })
}

test('by keyboard: a draft becomes a template, and the template a draft', async ({
  write,
  page,
}) => {
  const { keyboard } = page
  const command = async (words: string) => {
    await keyboard.press('Control+k')
    await expect(page.getByRole('combobox', { name: 'Search commands' })).toBeFocused()
    await keyboard.type(words)
    await keyboard.press('Enter')
    await expect(page.getByRole('combobox', { name: 'Search commands' })).toBeHidden()
  }
  await write.open()
  await write.title.focus()
  await keyboard.type('Count birds')
  await write.introduction.focus()
  await keyboard.type('For [your lab]')
  // In an editor the keys make a link.
  await keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: /link/i })).toBeVisible()
  await keyboard.press('Escape')

  await write.batchName.focus()
  await command('save as template')
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Count birds')
  await keyboard.press('Enter')
  await expect(page.getByText('“Count birds” was saved to your templates.')).toBeVisible()

  await command('go to templates')
  await expect(page.getByRole('heading', { name: 'Your templates' })).toBeVisible()
  await page.getByRole('button', { name: 'Use this template' }).first().focus()
  await keyboard.press('Enter')
  await page.waitForURL(/draft=./)
  await write.ready()
  await expect(write.title).toHaveValue('Count birds')

  await write.createButton.focus()
  await keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
})

test('what is to be filled in is drawn over the page, whose text stays as it is', async ({
  write,
  page,
}) => {
  await write.open()
  await write.type({ introduction: 'From [your lab], see [1]' })
  const frame = page.frameLocator('iframe').locator('#introduction')
  await expect(frame).toHaveText('From [your lab], see [1]')
  const drawn = () =>
    frame.evaluate(({ ownerDocument }) => {
      const marks = ownerDocument.defaultView?.CSS.highlights.get('open-placeholder')
      return [...(marks ?? [])].map(String)
    })
  await expect.poll(drawn).toEqual(['[your lab]'])
  expect(await frame.evaluate((element) => element.children[0]?.innerHTML)).toBe(
    'From [your lab], see [1]',
  )

  await page
    .getByRole('button', { name: 'HTML', exact: true })
    .or(page.getByRole('radio', { name: 'HTML' }))
    .first()
    .click()
  await expect(page.locator('.cm-openPlaceholder')).toHaveText('[your lab]')
})

test('a first visit is led to its first batch, and not again', async ({ write, page }) => {
  await write.open()
  const path = page.getByRole('region', { name: 'Your first batch' })
  await path.getByRole('button', { name: 'Start from an example' }).click()
  await expect(path.getByRole('img', { name: 'Done:' })).toHaveCount(1)
  await page.getByRole('tab', { name: 'Participant view' }).hover()
  await expect(path.getByRole('img', { name: 'Done:' })).toHaveCount(2)
  await write.create()
  await write.open()
  // What would show it has loaded once its commands are there.
  await expect(async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('option', { name: 'Save as template…' })).toBeVisible({
      timeout: 1_000,
    })
  }).toPass()
  await page.keyboard.press('Escape')
  await expect(path).toBeHidden()
})

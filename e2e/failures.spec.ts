import { practiceFaults } from '#contract/practice-faults.ts'
import { expect, test } from './fixtures.ts'

/** What the page says for each failure that keeps it from showing the new batch. */
const words: Record<string, RegExp> = {
  'field-errors': /Not created[^]*Check Batch name[^]*Check Steps/,
  unauthorized: /Not created[^]*did not accept the token \(401\)/,
  forbidden: /Not created[^]*does not allow this \(403\)/,
  'feature-missing': /Not created[^]*no access to Task Builder/,
  'questions-refused': /Not created[^]*\(422\)[^]*Questions/,
  busy: /Not created[^]*is busy \(429\)[^]*Wait a minute/,
  'busy-wait': /Not created[^]*is busy \(429\)[^]*Wait 20 seconds/,
  'server-error': /do not know yet whether your batch was created[^]*\(500\)/,
  'long-error': /Not created[^]*No route matched/,
  'wrong-shape': /do not know yet whether your batch was created/,
  'dropped-before': /do not know yet whether your batch was created/,
  'dropped-after': /do not know yet whether your batch was created/,
}
const faults = practiceFaults.filter(({ stage, id }) => stage === 'create' && id !== 'slow')
const createdAllTheSame = ['wrong-shape', 'dropped-after']

test.describe('when creating fails', () => {
  test.use({ expectedConsole: [/Failed to load resource/] })

  for (const { id, title, suffix } of faults) {
    test(`${title}: it is named, and nothing typed is lost`, async ({ write, api, page }) => {
      const said = words[id]
      if (!said) throw new Error(`Nothing says yet what the page shows for ${id}.`)
      const name = `Rehearsal${suffix}`
      await write.open()
      await write.fillExample(name)
      await write.addSampleQuestions()
      const before = await write.shownRequest()
      await write.createButton.click()

      await expect(page.getByRole('alert').filter({ hasText: said })).toBeVisible()
      await expect(page).toHaveURL(/\/practice\/new$/)
      expect(await write.shownRequest()).toBe(before)
      expect(await api.named(name)).toHaveLength(createdAllTheSame.includes(id) ? 1 : 0)
      await expect(page.getByRole('alert')).not.toContainText(/at \w+ \(|<h1>/)
    })
  }

  test('a refused field says so itself', async ({ write }) => {
    await write.open()
    await write.fillExample('Two fields !400')
    await write.createButton.click()
    await expect(write.batchName).toHaveAccessibleDescription(/This name is refused/)
    await expect(write.steps).toHaveAccessibleDescription(/These steps are refused/)
  })

  test('a batch whose answer never arrived is found instead of sent again', async ({
    write,
    batch,
    api,
    page,
  }) => {
    const name = 'Lost and found !drop-after'
    await write.open()
    await write.fillExample(name)
    await write.createButton.click()
    await page.getByRole('button', { name: 'Look for it in Practice' }).click()
    await expect(page.getByText('Found it.')).toBeVisible()
    await page.getByRole('link', { name: /^Open the one created/ }).click()
    await expect(batch.heading).toHaveText(name)
    expect(await api.named(name)).toHaveLength(1)
    await page.goBack()
    await expect(write.title).toHaveValue('')
  })

  test('a batch that was never saved can be sent again, but only after a look', async ({
    write,
    page,
  }) => {
    await write.open()
    await write.fillExample('Never saved !drop-before')
    await write.createButton.click()
    await expect(page.getByRole('button', { name: 'Send again anyway' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Look for it in Practice' }).click()
    await expect(page.getByText(/Not there after 1 look/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Send again anyway' })).toBeVisible()
  })
})

test('an answer that takes its time is waited for, and its batch opens', async ({
  write,
  batch,
  api,
  page,
}) => {
  test.slow()
  const name = 'Patience !slow'
  await write.open()
  await write.fillExample(name)
  await write.createButton.click()
  await expect(page.getByRole('button', { name: 'Creating…' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(batch.heading).toHaveText(name, { timeout: 20_000 })
  expect(await api.named(name)).toHaveLength(1)
})

test('every failure can be chosen by its plain name', async ({ write, page }) => {
  await write.open()
  for (const { title, suffix } of practiceFaults) {
    await page.getByRole('button', { name: 'Practice', exact: true }).click()
    await page.getByRole('button', { name: 'Rehearse a problem…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: title }).click()
    await expect(write.batchName).toHaveValue(new RegExp(`${suffix}$`))
  }
})

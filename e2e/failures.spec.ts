import { practiceFaults } from '#contract/practice-faults.ts'
import { expect, test } from './fixtures.ts'

/** What the page says for each failure that keeps it from showing the new batch. */
const words: Record<string, RegExp> = {
  'field-errors': /The batch was not created[^]*Check Batch name[^]*Check Steps/,
  unauthorized: /did not accept the token \(401\)[^]*The batch was not created/,
  forbidden: /does not allow this \(403\)[^]*The batch was not created/,
  'feature-missing': /no access to Task Builder[^]*The batch was not created/,
  'questions-refused': /\(422\)[^]*The batch was not created[^]*Questions/,
  busy: /is busy \(429\)[^]*The batch was not created[^]*Wait a moment[^]*Create again/,
  'busy-wait':
    /is busy \(429\)[^]*The batch was not created[^]*Wait 20 seconds[^]*Create again in \d+ s/,
  'server-error': /do not know yet whether your batch was created[^]*\(500\)/,
  'long-error': /The batch was not created[^]*No route matched/,
  'dropped-before': /do not know yet whether your batch was created/,
}
/** What leads to the new batch all the same. */
const created = ['slow', 'wrong-shape', 'dropped-after']
const faults = practiceFaults.filter(({ stage, id }) => stage === 'create' && !created.includes(id))

test.describe('when creating fails', () => {
  test.use({ expectedConsole: [/Failed to load resource/] })

  for (const { id, title, suffix } of faults) {
    test(`${title}: it is named, and nothing typed is lost`, async ({ write, api, page }) => {
      const said = words[id]
      if (!said) throw new Error(`Nothing says yet what the page shows for ${id}.`)
      const name = `Rehearsal${suffix}`
      await write.open()
      await write.fillExample(name)
      await write.openQuestions()
      const before = await write.shownRequest()
      await write.createButton.click()

      await expect(page.getByRole('alert').filter({ hasText: said })).toBeVisible()
      await expect(page).toHaveURL(/\/practice\/new\?draft=/)
      expect(await write.shownRequest()).toBe(before)
      expect(await api.named(name)).toHaveLength(0)
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

  for (const mark of ['!drop-after', '!shape']) {
    test(`a batch without a clear answer (${mark}) is found instead of sent again`, async ({
      write,
      batch,
      api,
      page,
    }) => {
      const name = `Lost and found ${mark}`
      await write.open()
      await write.fillExample(name)
      await write.createButton.click()
      await expect(page.getByText('Found it: your batch was created.')).toBeVisible()
      await page.getByRole('link', { name: 'Open it' }).click()
      await expect(batch.heading).toHaveText(name)
      expect(await api.named(name)).toHaveLength(1)
      await expect(page.getByText('Found it')).toHaveCount(0)
      await page.goBack()
      // Its draft is closed; where the address had not named it yet, the form is a fresh one.
      const closed = page.getByRole('heading', { name: /became a batch/ })
      const fresh = page.getByRole('button', { name: 'Start from an example' })
      await expect(closed.or(fresh)).toBeVisible()
    })
  }

  test('an uncertain send is the first thing to read on the next visit, wherever it leads', async ({
    write,
    page,
    context,
    api,
  }) => {
    const name = 'Closed window !drop-before'
    await write.open()
    await write.fillExample(name)
    await write.createButton.click()
    await expect(page.getByText(/Not there after 1 look/)).toBeVisible()
    await page.close()

    const next = await context.newPage()
    await next.goto('/practice/batches')
    const uncertain = next.getByRole('region', { name: 'Unconfirmed batches' })
    await expect(uncertain).toContainText(`“${name}” was sent at`)
    await expect(uncertain).toContainText('Not there after 1 look')
    await uncertain.getByRole('button', { name: 'Stop looking' }).click()
    await uncertain.getByRole('button', { name: 'Stop tracking' }).click()
    await expect(uncertain).toHaveCount(0)
    await next.reload()
    await expect(next.getByRole('heading', { name: 'Batches' })).toBeVisible()
    await expect(uncertain).toHaveCount(0)
    expect(await api.named(name)).toHaveLength(0)
  })

  test('a batch that was never saved can be sent again, but only after a look', async ({
    write,
    page,
  }) => {
    await write.open()
    await write.fillExample('Never saved !drop-before')
    await write.createButton.click()
    await expect(page.getByText(/Not there after 1 look/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Send again anyway' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Stop looking' }).click()
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

import { documentedExample } from '#contract/examples.ts'
import { startApp } from './app-server.ts'
import { expect, test, testAlone } from './fixtures.ts'

test('from an example to a batch that is ready', async ({ write, batch, page }) => {
  await write.open()
  await write.fillExample()
  await expect(write.participantView.getByText('Read each review carefully')).toBeVisible()
  await write.openQuestions()
  await write.create()

  await expect(batch.heading).toHaveText(documentedExample.name)
  await expect(batch.status).toContainText('Not set up yet')
  await batch.setUp({ size: 10, groups: 10 })
  await expect(batch.status).toContainText('Being set up')
  await expect(batch.status).toContainText('Ready. 100 items in 10 groups.')
  await expect(page).toHaveTitle(/^Ready – /)
})

testAlone(
  'a batch is still there after the server was stopped, and after a power cut',
  async ({ write, batch, batches, alone, page }) => {
    await write.open()
    await write.fillExample()
    const id = await write.create()
    await page.goto('about:blank')
    expect(await alone.stop()).toBe(0)

    const second = await startApp(alone)
    await batch.open(id)
    await expect(batch.heading).toHaveText(documentedExample.name)
    await page.goto('about:blank')
    await second.kill()

    const third = await startApp(alone)
    await batches.open()
    await batches.named(documentedExample.name).click()
    await expect(batch.heading).toHaveText(documentedExample.name)
    await page.goto('about:blank')
    expect(await third.stop()).toBe(0)
  },
)

for (const impatience of ['a double click', 'a double Enter', 'Ctrl+Enter twice'] as const) {
  test(`${impatience} creates one batch`, async ({ write, api, page }) => {
    const name = `Once only, by ${impatience}`
    await write.open()
    await write.fillExample(name)
    switch (impatience) {
      case 'a double click':
        await write.createButton.dblclick()
        break
      case 'a double Enter':
        await write.batchName.focus()
        await pressTwiceInOneTask('Enter')
        break
      case 'Ctrl+Enter twice':
        await write.steps.focus()
        await pressTwiceInOneTask('Control+Enter')
        break
    }
    await page.waitForURL(/\/practice\/batches\//)
    expect(await api.named(name)).toHaveLength(1)

    async function pressTwiceInOneTask(key: string) {
      await Promise.all([page.keyboard.press(key), page.keyboard.press(key)])
    }
  })
}

test('after creating, Back shows an empty form', async ({ write, api, page }) => {
  const name = 'Not twice by going back'
  await write.open()
  await write.fillExample(name)
  await write.create()
  await page.goBack()
  await write.ready()
  await expect(write.title).toHaveValue('')
  await expect(write.steps).toHaveText('')
  await write.createButton.click()
  await expect(page.getByText(/problems to fix/)).toBeVisible()
  expect(await api.named(name)).toHaveLength(1)
})

test('a batch can be the start of a new one', async ({ write, page }) => {
  await write.open()
  await write.fillExample('The first of two')
  await write.create()
  await page.getByRole('link', { name: 'Start a new batch from this one' }).first().click()
  await write.ready()
  await expect(write.title).toHaveValue(documentedExample.task_details.task_name)
  await expect(write.steps).toContainText('Read each review carefully')
  await expect(write.workspace).toHaveValue(documentedExample.workspace_id)
})

test('a batch can be opened by its address, and reloaded', async ({ batch, api, page }) => {
  const { id } = await api.create({ ...documentedExample, name: 'Opened by its address' })
  await batch.open(id)
  await expect(batch.heading).toHaveText('Opened by its address')
  await page.reload()
  await expect(batch.heading).toHaveText('Opened by its address')
  await expect(batch.status).toContainText('Not set up yet')
})

test('a batch without questions says so before anyone tries to set it up', async ({
  batch,
  api,
}) => {
  const { id } = await api.create({ ...documentedExample, name: 'No questions' })
  await batch.open(id)
  await batch.openSetUp()
  await expect(batch.setUpDialog).toContainText('This batch has no questions yet')
  await expect(batch.setUpDialog.getByRole('button', { name: /^Set up/ })).toHaveCount(0)
})

test('a sole workspace is chosen already, and the first press names what is missing', async ({
  write,
  page,
}) => {
  await write.open()
  await expect(write.workspace).toHaveValue(documentedExample.workspace_id)
  await write.createButton.click()
  const summary = page.locator('#error-summary')
  await expect(summary).toBeFocused()
  await summary.getByRole('link', { name: 'Steps' }).click()
  await expect(write.steps).toBeFocused()
})

test('the example becomes ready in four presses', async ({ write, batch, page }) => {
  await write.open()
  await page.getByRole('button', { name: 'Start from an example' }).click()
  await expect(write.title).not.toHaveValue('')
  await write.createButton.click()
  await page.getByRole('button', { name: 'Set up…' }).click()
  await page.getByRole('button', { name: /^Set up \d+ groups$/ }).click()
  await expect(batch.status).toContainText('Ready.')
})

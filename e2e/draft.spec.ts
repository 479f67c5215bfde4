import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { documentedExample } from '#contract/examples.ts'
import { expect, test } from './fixtures.ts'
import { WritePage } from './write-page.ts'

test('what was written is there again after a reload, and says from when', async ({
  write,
  page,
}) => {
  await write.open()
  await write.type({ title: 'Rate reviews', introduction: 'About reviews', steps: 'Read them' })
  await page.reload()
  await write.ready()
  await expect(page.getByText(/This is your draft from \d/)).toBeVisible()
  await expect(write.title).toHaveValue('Rate reviews')
  await expect(write.introduction).toHaveText('About reviews')
  await expect(write.steps).toHaveText('Read them')
  await expect(page.getByText(/^Saved \d\d?:\d\d:\d\d/)).toBeVisible()
})

test('Start over empties the form at once, and Undo brings everything back', async ({
  write,
  page,
}) => {
  await write.open()
  await write.fillExample('Not really over')
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(write.title).toHaveValue('')
  await expect(write.steps).toHaveText('')
  await page.getByRole('button', { name: 'Undo' }).filter({ hasText: 'Undo' }).click()
  await expect(write.batchName).toHaveValue('Not really over')
  await expect(write.steps).toContainText('Read each review carefully')
})

test('a draft that is deleted leaves the others where they are', async ({ write, page }) => {
  for (const title of ['First', 'Second', 'Third']) {
    await write.open()
    await write.title.fill(title)
    await expect(page.getByText(/^Saved \d/)).toBeVisible()
  }
  await page.goto('/practice/drafts')
  // So low that what was deleted is said over the list.
  await page.setViewportSize({ width: 1280, height: 480 })
  const link = page.getByRole('link', { name: 'Third' })
  await page.getByRole('button', { name: 'More actions for “First”' }).click()
  const before = await link.boundingBox()
  await page.getByRole('button', { name: 'Delete' }).filter({ visible: true }).click()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  expect(await link.boundingBox()).toEqual(before)
})

test('the example is offered while there is nothing to lose', async ({ write, page }) => {
  const example = page.getByRole('button', { name: 'Start from an example' })
  await write.open()
  await expect(example).toBeVisible()
  await write.type({ introduction: 'My own words' })
  await expect(example).toBeHidden()
})

test('a batch to begin from becomes a draft of its own', async ({ write, api, page }) => {
  const { id } = await api.create({ ...documentedExample, name: 'To begin from' })
  await write.open()
  await write.type({ title: 'My own title', introduction: 'My own words' })
  const mine = page.url()
  await page.goto(`/practice/new?from=practice/${id}`)
  await expect(page.getByText('Started from “To begin from”.')).toBeVisible()
  await expect(write.steps).toContainText('Read each review carefully')
  await expect(page).toHaveURL(/\/practice\/new\?draft=\w+$/)
  expect(page.url()).not.toBe(mine)
  await page.goto(mine)
  await write.ready()
  await expect(write.title).toHaveValue('My own title')
  await expect(write.introduction).toHaveText('My own words')
})

test('what is typed before the script arrives is kept', async ({ write, page }) => {
  let letScriptsIn = () => {}
  const scriptsMayCome = new Promise<void>((resolve) => {
    letScriptsIn = resolve
  })
  await page.route('**/*.js', async (route) => {
    await scriptsMayCome
    await route.continue()
  })
  await page.goto('/practice/new', { waitUntil: 'commit' })
  await write.title.fill('Typed early')
  await write.batchName.fill('Named early')
  letScriptsIn()
  await write.ready()
  await expect(write.title).toHaveValue('Typed early')
  await expect(write.batchName).toHaveValue('Named early')
  expect(JSON.parse(await write.shownRequest())).toMatchObject({
    name: 'Named early',
    task_details: { task_name: 'Typed early' },
  })
})

test('the first key of a fresh draft is kept by a reload at once', async ({ write, page }) => {
  await write.open()
  await write.introduction.click()
  await page.keyboard.type('A')
  await page.reload()
  await write.ready()
  await expect(write.introduction).toHaveText('A')
})

test('a draft of the first version of the app is found and continued', async ({ write, page }) => {
  await page.addInitScript(() => {
    if (sessionStorage.getItem('visited')) return
    sessionStorage.setItem('visited', '1')
    const texts = {
      taskTitle: 'From before',
      introduction: '<p>Long ago</p>',
      steps: '',
      datasetId: '',
      questions: '',
      batchName: 'Before',
      workspaceId: '',
    }
    const draft = { version: 1, savedAt: 1_700_000_000_000, place: 'practice', texts }
    localStorage.setItem('batch-composer.draft', JSON.stringify(draft))
  })
  await write.open()
  await page.getByRole('link', { name: '“Before”' }).click()
  await expect(write.title).toHaveValue('From before')
  await expect(write.introduction).toHaveText('Long ago')
})

test('two tabs on one draft follow each other, and never overwrite each other', async ({
  write,
  page,
  context,
}) => {
  await write.open()
  await write.type({ title: 'Shared', introduction: 'Start' })
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  const other = new WritePage(await context.newPage())
  await other.page.goto(page.url())
  await expect(other.introduction).toHaveText('Start')

  await write.steps.click()
  await page.keyboard.type('By the first')
  await expect(other.steps).toHaveText('By the first')

  // Neither knows of the other yet.
  // Both pages wait for the same moment: on a busy machine the later one would hear of the earlier.
  const moment = Date.now() + 2_000
  const fillAt = (tab: WritePage, text: string) =>
    tab.title.evaluate(
      (input: HTMLInputElement, [words, at]) => {
        setTimeout(() => {
          input.focus()
          input.select()
          document.execCommand('insertText', false, words)
        }, at - Date.now())
      },
      [text, moment] as const,
    )
  await fillAt(write, 'By the first')
  await fillAt(other, 'By the second')
  const asks = (tab: Page) => tab.getByText('This draft was changed in another tab.')
  await expect
    .poll(async () => (await asks(page).count()) + (await asks(other.page).count()))
    .toBe(1)
  const [asked, stored] = (await asks(page).count()) === 1 ? [write, other] : [other, write]
  const mine = await asked.title.inputValue()
  await asked.page.getByRole('button', { name: 'Compare' }).click()
  const dialog = asked.page.getByRole('dialog', { name: 'Changes from their version to yours' })
  await expect(dialog.getByRole('region', { name: 'Task title' })).toContainText('By the first')
  await expect(dialog.getByRole('region', { name: 'Task title' })).toContainText('By the second')
  await dialog.getByRole('button', { name: 'Keep mine' }).click()
  await expect(stored.title).toHaveValue(mine)
  await expect(asked.page.getByText('Your version was kept.')).toBeVisible()
})

test('a second batch of a draft is asked for first, and is what is in the form by then', async ({
  write,
  api,
  page,
  context,
}) => {
  await write.open()
  await write.fillExample('Once or twice')
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  const deaf = await context.newPage()
  // As on a computer that slept: this window does not hear what the other one does.
  await deaf.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'))
  const other = new WritePage(deaf)
  await deaf.goto(page.url())
  await other.ready()
  await expect(other.batchName).toHaveValue('Once or twice')
  await write.create()

  await other.createButton.click()
  await expect(
    deaf.getByRole('alert').filter({ hasText: 'A batch was already created from this draft.' }),
  ).toBeVisible()
  expect(await api.named('Once or twice')).toHaveLength(1)
  await other.batchName.fill('Twice on purpose')
  await deaf.getByRole('button', { name: 'Create a second one' }).click()
  await deaf.waitForURL(/\/practice\/batches\/.+/)
  expect(await api.named('Once or twice')).toHaveLength(1)
  expect(await api.named('Twice on purpose')).toHaveLength(1)
})

test('a full storage is said, the text can be downloaded, and what was kept stays', async ({
  write,
  page,
  context,
  baseURL,
}) => {
  // The form does work with all of a title: a megabyte keeps a busy machine busy for a minute or two.
  test.slow()
  const timeout = 200_000
  // Before the first write: Chromium asks for the room that is left only now and then.
  await page.goto('/preview.html')
  const devTools = await context.newCDPSession(page)
  // Much smaller, and Chromium may let more in than there is room for, and then refuses everything.
  const quotaSize = 2_000_000
  await devTools.send('Storage.overrideQuotaForOrigin', { origin: baseURL ?? '', quotaSize })
  const saved = page.getByText(/^Saved \d/)
  await write.open()
  await write.title.fill('Kept before')
  await expect(saved).toBeVisible()

  await write.open()
  // Nothing that a database could compress. It is too much because the batch name follows the title.
  const bytes = randomBytes(0.45 * quotaSize).toString('base64')
  await write.title.fill(`Too much ${bytes}`, { timeout })
  await expect(page.getByText('Not saved: browser storage is full.')).toBeVisible({ timeout })
  await expect(saved).toBeHidden()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  const file = await (await download).path()
  expect(await readFile(file, 'utf8')).toContain(bytes)

  await write.title.fill('Not too much')
  await expect(saved).toBeVisible()
  await page.goto('/practice/drafts')
  const drafts = page.getByRole('main')
  await expect(drafts.getByRole('link', { name: 'Kept before' })).toBeVisible()
  await expect(drafts.getByRole('link', { name: 'Not too much' })).toBeVisible()
})

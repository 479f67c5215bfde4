import type { Page } from '@playwright/test'
import { CreateBatchRequest } from '#contract/batch.ts'
import { documentedExample } from '#contract/examples.ts'
import { expect, test } from './fixtures.ts'
import type { PracticeApi } from './practice-api.ts'
import type { WritePage } from './write-page.ts'

const STEPS =
  '<p>Kept &copy; as it is</p><h3>Before you start</h3><p>Read <a href="https://example.org/guide">the guide</a>.<br>Then go on.</p><table><tr><th>Part</th><th>Pay</th></tr><tr><td>One</td><td>£1</td></tr></table><p><img src="https://example.org/cat.png"></p>'

/** The form with these texts, as begun from a batch, and the checks open. */
async function openChecks(
  { api, write, page }: { api: PracticeApi; write: WritePage; page: Page },
  texts: { task_name?: string; task_introduction?: string; task_steps?: string },
  name = 'To be checked',
) {
  const { id } = await api.create({
    ...documentedExample,
    name,
    task_details: { ...documentedExample.task_details, ...texts },
  })
  await page.goto(`/practice/new?from=practice/${id}`)
  await write.ready()
  await expect(page.getByText(/^Started from/)).toBeVisible()
  await page.getByRole('tab', { name: /^Checks/ }).click()
  return page.getByRole('tabpanel', { name: /^Checks/ })
}

/** The steps as they would be sent. */
async function stepsOf(write: WritePage) {
  const { task_details } = CreateBatchRequest.parse(JSON.parse(await write.shownRequest()))
  await write.page.getByRole('tab', { name: /^Checks/ }).click()
  return task_details.task_steps
}

test('what may disappear is listed, shown, replaced, and taken back', async ({
  write,
  api,
  page,
}) => {
  const checks = await openChecks({ api, write, page }, { task_steps: STEPS })
  await expect(page.getByRole('tab', { name: 'Checks' })).toHaveText('Checks5')
  await expect(checks.getByRole('heading', { name: 'May disappear in Prolific (5)' })).toBeVisible()
  for (const what of ['Small heading', 'Link', 'Line break', 'Table', 'Picture']) {
    await expect(checks.getByText(what, { exact: true })).toBeVisible()
  }
  await expect(checks.getByText('Picture without alternative text')).toBeVisible()

  await checks.getByRole('button', { name: 'Steps: “the guide”' }).click()
  await expect
    .poll(() => page.evaluate(() => getSelection()?.toString().trim()))
    .toContain('the guide')

  await checks.getByRole('button', { name: 'Make it a subtitle' }).click()
  await expect(
    write.steps.getByRole('heading', { name: 'Before you start', level: 2 }),
  ).toBeVisible()
  expect(await stepsOf(write)).toBe(STEPS.replaceAll('h3>', 'h2>'))

  await write.steps.click()
  await page.keyboard.press('Control+z')
  await expect(
    write.steps.getByRole('heading', { name: 'Before you start', level: 3 }),
  ).toBeVisible()
  expect(await stepsOf(write)).toBe(STEPS)
})

test('all of it is replaced with safe formatting in one press, and back in another', async ({
  write,
  api,
  page,
}) => {
  const introduction = '<p>One<br>two</p>'
  const checks = await openChecks(
    { api, write, page },
    { task_steps: STEPS, task_introduction: introduction },
    'Replaced at once',
  )
  await checks.getByRole('button', { name: 'Replace all with safe formatting' }).click()
  await expect(checks.getByRole('heading', { name: /May disappear/ })).toHaveCount(0)
  const safe =
    '<p>Kept &copy; as it is</p><h2>Before you start</h2><p>Read the guide (https://example.org/guide).</p><p>Then go on.</p><ul><li>Part: One; Pay: £1</li></ul><p>(https://example.org/cat.png)</p>'
  expect(await stepsOf(write)).toBe(safe)
  await expect(write.introduction.locator('p')).toHaveText(['One', 'two'])
  await checks.getByRole('button', { name: 'Undo' }).click()
  await expect(checks.getByRole('heading', { name: 'May disappear in Prolific (6)' })).toBeVisible()
  expect(await stepsOf(write)).toBe(STEPS)

  await checks.getByRole('button', { name: 'Replace all with safe formatting' }).click()
  await write.create()
  const [stored] = await api.named('Replaced at once')
  expect(stored?.task_details?.task_steps).toBe(safe)
})

test('steps that were typed become a list, and what is left open is named', async ({
  write,
  api,
  page,
}) => {
  const checks = await openChecks(
    { api, write, page },
    { task_steps: '1. Read {{item}}\\n2. Choose', task_name: 'Rate <b>reviews</b> & more' },
  )
  await expect(checks.getByText('“{{item}}”')).toBeVisible()
  await expect(checks.getByText(/As HTML: “Rate reviews & more”/)).toBeVisible()
  await checks.getByRole('button', { name: 'Make it a list' }).click()
  await expect(write.steps.getByRole('listitem')).toHaveText(['Read {{item}}', 'Choose'])
  expect(await stepsOf(write)).toBe('<ol><li>Read {{item}}</li><li>Choose</li></ol>')
  await checks.getByRole('button', { name: 'Go to Task title' }).click()
  await expect(write.title).toBeFocused()
})

test('only what is kept is sent when that is asked for, and it is kept with the draft', async ({
  write,
  api,
  page,
}) => {
  const checks = await openChecks({ api, write, page }, { task_steps: STEPS }, 'Only what is kept')
  const keeps = checks.getByRole('combobox', { name: 'What Prolific keeps' })
  await keeps.selectOption('Probably works')
  await expect(checks.getByRole('heading', { name: 'May disappear in Prolific (2)' })).toBeVisible()
  await checks.getByRole('checkbox', { name: /Send only what is kept/ }).check()
  const kept =
    '<p>Kept © as it is</p><h3>Before you start</h3><p>Read <a href="https://example.org/guide">the guide</a>.<br>Then go on.</p>Part Pay One £1<p></p>'
  expect(await stepsOf(write)).toBe(kept)
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  await page.reload()
  await write.ready()
  await page.getByRole('tab', { name: /^Checks/ }).click()
  await expect(keeps).toHaveValue('basic')
  await expect(checks.getByRole('checkbox')).toBeChecked()
  await expect(write.steps.getByRole('table')).toBeVisible()
  await write.create()
  const [stored] = await api.named('Only what is kept')
  expect(stored?.task_details?.task_steps).toBe(kept)
})

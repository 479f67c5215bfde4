import { readFile } from 'node:fs/promises'
import { extractText, getDocumentProxy } from 'unpdf'
import type { Page } from '@playwright/test'
import { sampleBatchItems } from '#contract/questions/batch-items.ts'
import { documentedExample } from '#contract/examples.ts'
import { screens } from './every-screen.ts'
import { expect, test } from './fixtures.ts'

const PAPERS = ['A4', 'Letter'] as const

const steps = Array.from({ length: 90 }, (_, at) => `Step ${at + 1} of the long way.`)
const folded = '<details><summary>More</summary><p>Folded words</p></details>'
const long = {
  ...documentedExample,
  name: 'Printed batch',
  batch_items: sampleBatchItems,
  task_details: {
    task_name: 'Read and rate',
    task_introduction: '<p>Begin here.</p>',
    task_steps: `<ol>${steps.map((step) => `<li>${step}</li>`).join('')}</ol>${folded}`,
  },
}
const questionWords = [
  'What is the sentiment of this review?',
  'Positive',
  'Which words in the review made you choose this?',
]

/** Everything that participants read in `long`, in order. */
const read = ['Read and rate', 'Begin here.', ...steps, 'More', 'Folded words', ...questionWords]

/** What is for pressing, and what the app says of itself. */
const OF_THE_APP = [
  'Skip to content',
  'Nothing is sent to Prolific',
  'More view options',
  'Expand',
  'px wide',
  'Create practice batch',
  'Duplicate and share',
  'Next steps',
  'nothing is kept',
]

/** The words on paper, in the order in which they are drawn, and how many pages they fill. */
async function print(page: Page, format: (typeof PAPERS)[number]) {
  const margin = { top: '15mm', right: '15mm', bottom: '15mm', left: '15mm' }
  const bytes = await page.pdf({ format, margin })
  const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), {
    mergePages: true,
  })
  return { text: text.replace(/\s+/g, ' '), totalPages }
}

function expectInOrder(text: string, parts: readonly string[]) {
  let from = 0
  for (const part of parts) {
    const at = text.indexOf(part, from)
    expect(at, `“${part}” after “${text.slice(Math.max(0, from - 40), from)}”`).not.toBe(-1)
    from = at + part.length
  }
}

function expectNothingOfTheApp(text: string) {
  expect(OF_THE_APP.filter((words) => text.includes(words))).toEqual([])
}

test('the form prints what participants read, questions included', async ({ page, api }) => {
  const { id } = await api.create(long)
  await page.goto(`/practice/new?from=practice/${id}`)
  const view = page.frameLocator('iframe[title="Participant view"]')
  await expect(view.getByText('Step 90 of the long way.')).toBeVisible()
  await page.getByRole('tab', { name: 'Request' }).click()
  await page.waitForLoadState('networkidle')
  for (const format of PAPERS) {
    const { text, totalPages } = await print(page, format)
    expect(totalPages).toBeGreaterThan(2)
    expect(totalPages).toBeLessThan(9)
    expectInOrder(text, read)
    expect(text.trimStart()).toMatch(/^Read and rate/)
    expectNothingOfTheApp(text)
    // What was made for the paper goes again.
    await expect(page.getByRole('region', { name: 'Participant view' })).toHaveCount(0)
  }
})

test('the page of a batch prints its status, its details and what participants read', async ({
  page,
  api,
  batch,
}) => {
  const { id } = await api.create(long)
  await batch.open(id)
  const view = page.frameLocator('iframe[title="Participant view"]')
  await expect(view.getByText('Step 90 of the long way.')).toBeVisible()
  await page.waitForLoadState('networkidle')
  for (const format of PAPERS) {
    const { text } = await print(page, format)
    expectInOrder(text, ['Printed batch', 'Not set up', ...read])
    expect(text).toContain(id)
    expectNothingOfTheApp(text)
  }
})

test('an ethics record prints whole', async ({ page, api, batch }) => {
  const { id } = await api.create(long)
  await batch.open(id)
  await page.getByRole('button', { name: 'Duplicate and share' }).click()
  await page.getByRole('button', { name: /^Ethics record/ }).click()
  await expect(page.getByRole('region', { name: 'Participant view' })).toBeVisible()
  for (const format of PAPERS) {
    const { text } = await print(page, format)
    expectInOrder(text, [
      'Ethics record: Printed batch',
      ...read,
      'What participants are asked',
      'Settings',
      'The exact texts',
      'Sent and stored',
    ])
    expectNothingOfTheApp(text)
  }
})

test('a review copy prints whole', async ({ page, api, batch }) => {
  const { id } = await api.create(long)
  await batch.open(id)
  await page.getByRole('button', { name: 'Duplicate and share' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /^Review copy/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Download/ })
    .click()
  const html = await readFile(await (await download).path(), 'utf8')
  const copy = await page.context().newPage()
  await copy.setContent(html)
  for (const format of PAPERS) {
    const { text } = await print(copy, format)
    expectInOrder(text, [...read, 'Settings'])
    expectNothingOfTheApp(text)
  }
})

test('a template prints what its preview shows', async ({ page }) => {
  await page.goto('/practice/templates?template=toxicity')
  await expect(page.frameLocator('iframe').getByText('Please read this first')).toBeVisible()
  await page.waitForLoadState('networkidle')
  const { text, totalPages } = await print(page, 'A4')
  expectInOrder(text, ['Please read this first', 'P1, Q1'])
  expect(text).not.toContain('Ready to use')
  expect(totalPages).toBeLessThan(4)
  expectNothingOfTheApp(text)
})

for (const [name, words] of [
  ['the list of batches', 'Not set up yet'],
  ['the list of drafts', 'Averyvery'],
  ['a request that was read', 'Averyvery'],
  ['a share link, opened', 'Read each review carefully'],
  ['a page of the help', 'Writing'],
] as const) {
  test(`${name} has its words on paper`, async ({ page, api }) => {
    await screens[name]?.(page, api)
    await page.waitForLoadState('networkidle')
    const { text } = await print(page, 'Letter')
    expect(text).toContain(words)
    expect(text).not.toContain('Skip to content')
  })
}

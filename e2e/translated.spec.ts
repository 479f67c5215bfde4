import type { Page } from '@playwright/test'
import { documentedExample } from '#contract/examples.ts'
import { expect, test } from './fixtures.ts'

/** What a browser's page translation does to every text: in capitals, which stand for another language. */
const translate = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode)
    for (const text of texts) {
      const apart = 'script, style, [contenteditable=true], font'
      if (text.data.trim() === '' || text.parentElement?.closest(apart)) continue
      const outer = document.createElement('font')
      const inner = document.createElement('font')
      outer.append(inner)
      text.replaceWith(outer)
      inner.append(text.data.toUpperCase())
    }
  })

const broken = (page: Page) => page.getByText('This page stopped working.')

test('a translated form is written in, checked and sent', async ({ write, api, page }) => {
  await write.open()
  await translate(page)
  await write.type({ title: 'Rate reviews', introduction: 'About reviews', steps: 'Read them' })
  await expect(page.getByText(/^Saved /i)).toBeVisible()
  await translate(page)
  await page.getByRole('tab', { name: 'Checks' }).click()
  await translate(page)
  await write.type({ title: 'Rate more reviews', introduction: ' and more', steps: ' all' })
  await page.getByRole('tab', { name: 'Request' }).click()
  await translate(page)
  await write.title.fill('Rate all reviews')
  await page.getByRole('tab', { name: 'Participant view' }).click()
  await expect(write.participantView.getByText('Rate all reviews')).toBeVisible()
  await write.batchName.fill('Translated')
  await translate(page)
  await page.getByRole('button', { name: 'Create practice batch' }).click()
  await page.waitForURL(/\/practice\/batches\/.+/)
  await expect(broken(page)).toBeHidden()
  const [created] = await api.named('Translated')
  expect(created).toBeDefined()
})

test('a translated batch and a translated list go on', async ({ api, page }) => {
  const { id } = await api.create({ ...documentedExample, name: 'To be translated' })
  await page.goto(`/practice/batches/${id}`)
  await expect(page.getByRole('button', { name: 'Edit text' })).toBeVisible()
  await translate(page)
  await page.getByRole('button', { name: 'Edit text' }).click()
  await page.getByRole('textbox', { name: 'Task title' }).fill('Retitled')
  await translate(page)
  await page.getByRole('button', { name: 'Save the text' }).click()
  await expect(page.getByText(/stored your text exactly as you wrote it/i)).toBeVisible()
  await translate(page)
  await page.getByRole('link', { name: 'Batches' }).first().click()
  await expect(page.getByRole('link', { name: 'To be translated' })).toBeVisible()
  await translate(page)
  await page.getByRole('searchbox').fill('nothing is called like this')
  await translate(page)
  await page.getByRole('searchbox').fill('')
  await expect(page.getByRole('link', { name: /to be translated/i })).toBeVisible()
  await expect(broken(page)).toBeHidden()
})

import type { Locator, Page } from '@playwright/test'
import { CreateBatchRequest } from '#contract/batch.ts'
import { toFragment } from '#share/share-link.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { expect, test } from './fixtures.ts'
import { pageScript } from './page-script.ts'
import { completeBatch } from './practice-api.ts'
import type * as page from './shadowing-page.ts'

declare const shadowing: typeof page

test.use({ expectedHosts: ['plain.example'] })
test.describe.configure({ timeout: 300_000 })

/**
 * Every name that a form, any other element or a document answers to. As the name or the id of a control
 * it takes the place of the form's own property, as that of a picture, form or embedded object in a page
 * the place of the document's.
 */
async function namesOfProperties(page: Page): Promise<string[]> {
  await page.goto('/practice/drafts')
  return page.evaluate(() => {
    const names = new Set(Object.getOwnPropertyNames(document))
    for (const { prototype } of [
      HTMLFormElement,
      HTMLImageElement,
      HTMLElement,
      Element,
      Node,
      EventTarget,
      HTMLDocument,
      Document,
      Object,
    ]) {
      for (const name of Object.getOwnPropertyNames(prototype)) names.add(name)
    }
    return [...names]
  })
}

const quoted = (name: string) => name.replaceAll('"', '&quot;')

/** As many names as stand together: one that hides another property would hide what others do. */
const TOGETHER = 12

function inGroups(names: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(names.length / TOGETHER) }, (_none, index) =>
    names.slice(index * TOGETHER, (index + 1) * TOGETHER),
  )
}

/** What stands in a form under a name. */
const controls = [
  (name: string) => `<input name="${quoted(name)}">`,
  (name: string) => `<img id="${quoted(name)}">`,
]

const inForms = (names: readonly string[]) =>
  [names, ...inGroups(names)]
    .flatMap((group) => controls.map((control) => group.map(control).join('')))
    .map((content, index) => `<form><p>w${index}</p>${content}</form>`)
    .join('\n')

const tags = ['img', 'form', 'embed', 'object', 'iframe', 'a']

/** The same names where they would reach the document. */
const atTopLevel = (names: readonly string[]) =>
  inGroups(names)
    .map((group, index) => {
      const parts = group.map((name, at) => {
        const tag = tags[at % tags.length]
        return `<${tag} name="${quoted(name)}" id="${quoted(name)}"></${tag}>`
      })
      return `<p>w${index}</p>${parts.join('')}`
    })
    .join('\n')

const wordsIn = (text: string) => text.match(/\bw\d+\b/g) ?? []

/** What participants are shown: in the frame of their view, or on the sheet of a record. */
async function wordsShown(page: Page): Promise<string[]> {
  const sheets = [
    page.frameLocator('iframe').locator('body'),
    page.getByRole('region', { name: 'What participants are shown' }),
  ]
  const found = sheets.map((sheet) => sheet.getByText(/^w\d+$/).allTextContents())
  return (await Promise.all(found)).flat()
}

async function sent(page: Page, field: 'task_introduction' | 'task_steps') {
  await page.getByRole('tab', { name: 'Request' }).click()
  const body = page.getByRole('tabpanel', { name: 'Request' }).locator('pre')
  const request: unknown = JSON.parse(await body.evaluate(({ textContent }) => textContent ?? ''))
  return CreateBatchRequest.parse(request).task_details[field]
}

/** The text as it would be sent, once it holds all of `words` and `more`; then nothing else is in it. */
async function expectSent(
  page: Page,
  field: 'task_introduction' | 'task_steps',
  words: readonly string[],
  more = '',
) {
  let html = ''
  await expect
    .poll(
      async () => {
        html = await sent(page, field)
        return wordsIn(html).length === words.length && html.includes(more)
      },
      { timeout: 60_000 },
    )
    .toBe(true)
  expect(wordsIn(html)).toEqual(words)
  expect(html).not.toMatch(/<(?:form|input|embed|object|iframe)/)
  return html
}

const button = (page: Page, text: string, mode: string) =>
  page
    .getByRole('toolbar', { name: new RegExp(`^${text}: `) })
    .getByRole('button', { name: mode, exact: true })

async function give(text: Locator, type: 'paste' | 'drop', html: string) {
  await text.evaluate(
    (element, given) => {
      const data = new DataTransfer()
      if (given.type === 'paste') data.setData('text/html', given.html)
      else data.items.add(new File([given.html], 'page.html'))
      const about = { bubbles: true, cancelable: true }
      element.dispatchEvent(
        given.type === 'paste'
          ? new ClipboardEvent('paste', { ...about, clipboardData: data })
          : new DragEvent('drop', { ...about, dataTransfer: data, clientX: 0, clientY: 0 }),
      )
    },
    { type, html },
  )
}

const requestWith = (html: string) => ({
  ...completeBatch,
  name: 'Shadowing',
  task_details: {
    ...completeBatch.task_details,
    task_introduction: '<p>Read</p>',
    task_steps: html,
  },
})

const pages = [
  ['in forms', inForms],
  ['in the page', atTopLevel],
] as const

test('no name of a property changes what is read of a form', async ({ page }) => {
  const names = await namesOfProperties(page)
  await page.route('https://plain.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' }),
  )
  await page.goto('https://plain.example/')
  await page.addScriptTag({ content: await pageScript('shadowing-page.ts', 'shadowing') })
  const formWith = (content: string) =>
    `<p>w0</p><form><p>w1</p>${content}<p>w2</p></form><p>w3</p>`
  const sources = (groups: readonly (readonly string[])[]) =>
    groups.flatMap((group) =>
      controls.map((control) => formWith(group.map((name) => control(name)).join(''))),
    )
  const wrong = await page.evaluate(
    ({ alone, together }) => {
      const isWrong = (htmls: readonly string[]) =>
        htmls.some(
          (html) => html.match(/\bw\d/g)?.join() !== 'w0,w1,w2,w3' || /<form|<input/.test(html),
        )
      return [
        ...alone.filter((source) => isWrong([shadowing.outgoingHtml(source).html])),
        ...together.filter((source) => isWrong(shadowing.readEverywhere(source))),
      ]
    },
    { alone: sources(names.map((name) => [name])), together: sources(inGroups(names)) },
  )
  expect(wrong).toEqual([])
})

for (const [where, pageOf] of pages) {
  test.describe(`names of properties ${where}`, () => {
    test('are written as HTML, looked at, typed into, sent and read again', async ({
      page,
      write,
      api,
    }) => {
      const html = pageOf(await namesOfProperties(page))
      const words = wordsIn(html)
      await write.open()
      await write.fillExample(`Shadowing ${where}`)
      await button(page, 'Steps', 'HTML').click()
      await expect(page.getByRole('toolbar', { name: 'Steps: HTML' })).toBeVisible()
      await expect(write.steps).toBeFocused()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.insertText(html)
      await expectSent(page, 'task_steps', words)
      await button(page, 'Steps', 'Visual').click()
      await expect(write.steps).toContainText(words.at(-1) ?? '')
      await write.steps.press('ControlOrMeta+Home')
      await page.keyboard.type('Typed. ')
      const before = await expectSent(page, 'task_steps', words, 'Typed. w0')
      await expect(page.getByText(/^Saved/)).toBeVisible()
      await page.reload()
      await write.ready()
      expect(await sent(page, 'task_steps')).toBe(before)
      const id = await write.create()
      expect((await api.read(id)).task_details?.task_steps).toBe(before)
    })

    test('are pasted and dropped as a file', async ({ page, write }) => {
      const html = pageOf(await namesOfProperties(page))
      const words = wordsIn(html)
      await write.open()
      await write.introduction.click()
      await give(write.introduction, 'paste', html)
      await expectSent(page, 'task_introduction', words)
      await write.steps.scrollIntoViewIfNeeded()
      await give(write.steps, 'drop', html)
      await expectSent(page, 'task_steps', words)
    })

    test('are read from a file and from a request', async ({ page, write }) => {
      const html = pageOf(await namesOfProperties(page))
      const words = wordsIn(html)
      await page.goto('/practice/import')
      const name = 'page.html'
      const file = { name, mimeType: 'text/html', buffer: Buffer.from(html) }
      await page.getByLabel('Files to import').setInputFiles(file)
      await page.getByRole('link', { name: 'Open the draft' }).click()
      await write.ready()
      await expectSent(page, 'task_introduction', words)

      await page.goto('/practice/import')
      const box = page.getByRole('textbox', { name: /^Text, request/ })
      await box.fill(JSON.stringify(requestWith(html)))
      await page.getByRole('button', { name: 'Make a draft' }).click()
      await page.getByRole('link', { name: 'Open the draft' }).click()
      await write.ready()
      await expectSent(page, 'task_steps', words)
    })

    test('are in a batch: its page, its record, its text, and a draft of it', async ({
      api,
      batch,
      page,
      write,
    }) => {
      const html = pageOf(await namesOfProperties(page))
      const words = wordsIn(html)
      const { id } = await api.create(requestWith(html))
      await batch.open(id)
      await expect.poll(() => wordsShown(page)).toEqual(words)
      await page.getByRole('button', { name: 'Edit text' }).click()
      await expect(write.steps).toBeEditable({ timeout: 60_000 })
      await write.steps.press('ControlOrMeta+Home')
      await page.keyboard.type('Typed. ')
      await page.getByRole('button', { name: 'Save changes' }).click()
      await expect(page.getByText('Practice stored your text exactly')).toBeVisible()
      const stored = (await api.read(id)).task_details?.task_steps ?? ''
      expect(wordsIn(stored)).toEqual(words)
      expect(stored).toMatch(/Typed\. w0/)

      const { id: other } = await api.create(requestWith(html))
      await page.goto(`/practice/record?batch=${other}`)
      await expect.poll(() => wordsShown(page)).toEqual(words)
      await page.goto(`/practice/new?from=practice/${other}`)
      await write.ready()
      await expectSent(page, 'task_steps', words)
    })

    test('are in a shared link', async ({ page, write }) => {
      const all = await namesOfProperties(page)
      // A link holds no more.
      for (const names of [all.slice(0, all.length / 2), all.slice(all.length / 2)]) {
        const html = pageOf(names)
        const texts = {
          ...blankTexts,
          taskTitle: 'Shared',
          introduction: '<p>Read</p>',
          steps: html,
        }
        const fragment = await toFragment({ name: 'Shared', place: 'practice', texts })
        await page.goto(`/practice/shared${fragment}`)
        await expect.poll(() => wordsShown(page)).toEqual(wordsIn(html))
        await page.getByRole('button', { name: 'Make it mine' }).click()
        await expect(write.steps).toBeEditable({ timeout: 60_000 })
        await expectSent(page, 'task_steps', wordsIn(html))
      }
    })
  })
}

import type { Locator } from '@playwright/test'
import { documentedExample } from '#contract/examples.ts'
import { item, makeDocx, paragraph, picture, run } from '#editor/files/testing/make-docx.ts'
import { expect, test } from './fixtures.ts'

const TOKEN = 'canary-7f3a9c51e2b84d06'
const curl = `curl https://api.prolific.com/api/v1/data-collection/batches -H 'Authorization: Token ${TOKEN}' -d '${JSON.stringify(documentedExample)}'`

/** Drops files on a text, as from a folder. */
async function drop(text: Locator, files: { name: string; bytes: Uint8Array }[]) {
  await text.evaluate(
    (element, given) => {
      const dataTransfer = new DataTransfer()
      for (const { name, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
        dataTransfer.items.add(new File([bytes], name))
      }
      const { left, top } = element.getBoundingClientRect()
      const at = { clientX: left + 5, clientY: top + 5 }
      const event = { dataTransfer, ...at, bubbles: true, cancelable: true }
      element.dispatchEvent(new DragEvent('drop', event))
    },
    files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') })),
  )
}

const bytesOf = (text: string) => new TextEncoder().encode(text)

test('a curl command becomes a draft by the keyboard alone, on a phone', async ({
  page,
  write,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/practice/import')
  const box = page.getByRole('textbox', { name: 'Request, command or program' })
  await box.focus()
  await page.keyboard.insertText(curl)
  await page.keyboard.press('ControlOrMeta+Enter')
  const outcome = page.getByRole('region', { name: 'Import results' })
  await expect(outcome).toContainText('A draft was made: 6 fields from a curl command.')
  await expect(outcome).toContainText('It contained a token. The token was removed')
  await expect(outcome).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Open the draft' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/practice\/new\?draft=/)
  await expect(write.title).toHaveValue(documentedExample.task_details.task_name)
  await expect(write.steps).toContainText('Select the appropriate sentiment')

  const kept = await page.evaluate(async () => {
    const all = (await indexedDB.databases()).map(({ name = '' }) => name)
    const stores = await Promise.all(
      all.map(
        (name) =>
          new Promise<unknown>((resolve, reject) => {
            const opening = indexedDB.open(name)
            opening.addEventListener('error', () => reject(opening.error))
            opening.addEventListener('success', () => {
              const rows = opening.result.transaction('drafts').objectStore('drafts').getAll()
              rows.addEventListener('success', () => resolve(rows.result))
            })
          }),
      ),
    )
    return JSON.stringify([stores, Object.entries(localStorage), Object.entries(sessionStorage)])
  })
  expect(kept).toContain('Select the appropriate sentiment')
  expect(kept).not.toContain(TOKEN)
})

test('hostile files are refused by name while the page goes on answering', async ({ page }) => {
  await page.goto('/practice/import')
  const box = page.getByRole('textbox', { name: 'Request, command or program' })
  await box.waitFor()
  await page.evaluate(async () => {
    const files = [
      // Slow for the parser of YAML; about as long as is still read.
      new File([`format: batch-composer-drafts\n${'- '.repeat(149_000)}`], 'slow.yaml'),
      new File(['{"task_details":'.repeat(100_000)], 'deep.json'),
      new File([' '.repeat(50_000_000)], 'large.json'),
    ]
    const input = document.querySelector('input[type=file]')
    if (!(input instanceof HTMLInputElement)) throw new Error('No input for files.')
    const transfer = new DataTransfer()
    for (const file of files) transfer.items.add(file)
    input.files = transfer.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
  const outcome = page.getByRole('region', { name: 'Import results' })
  for (const name of ['slow.yaml', 'deep.json', 'large.json']) {
    await expect(outcome).toContainText(`Nothing was imported from “${name}”.`)
  }
})

test('a Word document dropped on a text comes with its lists, is told and can be undone', async ({
  page,
  write,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await write.open()
  const body = [
    paragraph(run('How it works'), '<w:pStyle w:val="Heading2"/>'),
    item('Read', 1),
    item('twice', 2, 1),
    paragraph(picture),
  ]
  await drop(write.steps, [{ name: 'Protocol.docx', bytes: makeDocx(body.join('')) }])
  await expect(write.steps.locator('ol > li > ul > li')).toHaveText('twice')
  const notice = page.getByText('“Protocol.docx” was inserted. 1 picture was left out')
  await expect(notice).toBeVisible()
  await page
    .getByRole('group', { name: 'Paste options' })
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(write.steps).toHaveText('')
})

test('Markdown, HTML and plain text files are read, anything else is refused by name', async ({
  page,
  write,
}) => {
  await write.open()
  const html = '<h2>Aim</h2><script>alert(1)</script><p>Rate texts.</p>'
  await drop(write.introduction, [{ name: 'a.html', bytes: bytesOf(html) }])
  await expect(write.introduction.locator('h2')).toHaveText('Aim')
  await expect(write.introduction).toHaveText('AimRate texts.')
  await drop(write.steps, [{ name: 'b.txt', bytes: bytesOf('1. One\n2. Two') }])
  await expect(write.steps.locator('ol > li')).toHaveText(['One', 'Two'])
  await write.steps.press('ControlOrMeta+a')
  await write.steps.press('Delete')
  await drop(write.steps, [{ name: 'c.md', bytes: bytesOf('# Welcome\n\nRead *this*.') }])
  await expect(write.steps.locator('h1')).toHaveText('Welcome')
  await expect(write.steps.locator('em')).toHaveText('this')
  const text = await write.introduction.innerText()

  await drop(write.introduction, [{ name: 'Scan.pdf', bytes: bytesOf('x') }])
  await expect(page.getByText(/^Scan\.pdf was not inserted: open the file/)).toBeVisible()
  await drop(write.introduction, [{ name: 'Fake.docx', bytes: bytesOf('no zip') }])
  await expect(
    page.getByText('“Fake.docx” was not inserted: it is not a Word document, despite its name.'),
  ).toBeVisible()
  expect(await write.introduction.innerText()).toBe(text)
})

test('a file can be chosen from the toolbar', async ({ page, write }) => {
  await write.open()
  await write.steps.click()
  const toolbar = page.getByRole('toolbar', { name: 'Steps: formatting' })
  await toolbar.getByRole('button', { name: 'More formatting' }).click()
  const chooser = page.waitForEvent('filechooser')
  await toolbar.getByRole('button', { name: 'Text from a file…' }).click()
  const file = {
    name: 'Steps.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from('1. One\n2. Two'),
  }
  await (await chooser).setFiles(file)
  await expect(write.steps.locator('ol > li')).toHaveText(['One', 'Two'])
  await expect(page.getByText('“Steps.md” was inserted.')).toBeVisible()
})

test('a file dropped on the HTML comes as clean HTML', async ({ page, write }) => {
  await write.open()
  const field = page.getByRole('toolbar', { name: 'Steps: formatting' })
  await field.getByRole('button', { name: /HTML/ }).click()
  const html = page.getByRole('textbox', { name: 'Steps' })
  await expect(html).toBeFocused()
  const body = item('Read', 1) + paragraph(picture)
  await drop(html, [{ name: 'Protocol.docx', bytes: makeDocx(body) }])
  await expect(html).toContainText('<ol><li>Read</li></ol>')
  await expect(page.getByText(/“Protocol.docx” was inserted. 1 picture was left out/)).toBeVisible()
})

test('what is being written is exported and comes back as another draft', async ({
  page,
  write,
}) => {
  await write.open()
  await write.fillExample('Round trip')
  const title = await write.title.inputValue()
  await page.getByRole('button', { name: 'Share' }).first().click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: /^Export as YAML/ }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('round-trip.yaml')

  await page.goto('/practice/import')
  await page.getByLabel('Files to import').setInputFiles(await download.path())
  await expect(page.getByText(/1 draft was imported/)).toBeVisible()
  await page.getByRole('link', { name: 'Open the draft' }).click()
  await write.ready()
  await expect(write.title).toHaveValue(title)
  await expect(write.batchName).toHaveValue('Round trip')
  await expect(write.steps.locator('ol > li')).toHaveCount(3)
})

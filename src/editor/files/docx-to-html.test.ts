import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { cleanPaste } from '#editor/paste/rewrite/clean-paste.ts'
import { docxToHtml } from './docx-to-html.ts'
import { item, makeDocx, paragraph, picture, run } from '#editor/files/testing/make-docx.ts'

const clean = async (docx: Uint8Array<ArrayBuffer>) => {
  const { html, refusal } = await docxToHtml(docx.buffer)
  if (html === null) throw new Error(refusal)
  return cleanPaste(html, { looks: false, pictures: true })
}
const refusalOf = async (bytes: Uint8Array<ArrayBuffer>) => (await docxToHtml(bytes.buffer)).refusal

test('headings, lists in lists, bold, links and tables of a Word document are kept', async () => {
  const link = `<w:hyperlink r:id="rId7">${run('the consent form')}</w:hyperlink>`
  const cell = (text: string) => `<w:tc>${paragraph(run(text))}</w:tc>`
  const { html, report } = await clean(
    makeDocx(
      [
        paragraph(run('Procedure'), '<w:pStyle w:val="Heading1"/>'),
        paragraph(`${run('Read ')}${run('carefully', '<w:b/>')}${run(' and sign ')}${link}.`),
        item('Read', 1),
        item('the title', 2, 1),
        item('Choose', 1),
        `<w:tbl><w:tr>${cell('a')}${cell('b')}</w:tr></w:tbl>`,
      ].join(''),
    ),
  )
  expect(html).toBe(
    '<h1>Procedure</h1><p>Read <strong>carefully</strong> and sign <a href="https://example.org/consent">the consent form</a></p><ol><li>Read<ul><li>the title</li></ul></li><li>Choose</li></ol><table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>',
  )
  expect(report.pictures).toBe(0)
})

test('a picture of a Word document is left out and counted', async () => {
  const { html, report } = await clean(makeDocx(paragraph(`${run('A cat: ')}${picture}`)))
  expect(html).toBe('<p>A cat:</p>')
  expect(report.pictures).toBe(1)
})

test('markup in the words of a Word document stays words', async () => {
  const { html } = await clean(makeDocx(paragraph(run('&lt;img src=x onerror=alert(1)&gt;'))))
  expect(html).toBe('<p>&lt;img src=x onerror=alert(1)&gt;</p>')
})

const DAMAGED = 'it is damaged. Open it in Word and save it again.'

test.each([
  ['no zip', strToU8('Hello'), 'it is not a Word document, despite its name.'],
  [
    'an old Word file',
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]),
    'it is an old Word file or has a password. Save it as .docx without a password.',
  ],
  [
    'another zip',
    zipSync({ 'a.txt': strToU8('a') }),
    'it is not a Word document. Open it in Word and save it as .docx.',
  ],
  ['half a zip', makeDocx(paragraph(run('a'))).slice(0, 400), DAMAGED],
  ['no XML', makeDocx('', { 'word/document.xml': strToU8('{}') }), DAMAGED],
  [
    'names that lead out of it',
    makeDocx(paragraph(run('a')), { '../../etc/passwd': strToU8('x') }),
    DAMAGED,
  ],
  [
    'names that lead out of it on Windows',
    makeDocx(paragraph(run('a')), { 'word\\..\\..\\x.xml': strToU8('x') }),
    DAMAGED,
  ],
  [
    'what unpacks to far more than a text',
    makeDocx('', { 'word/document.xml': new Uint8Array(50_000_000) }),
    'its text is far too long. Split it into smaller documents.',
  ],
  [
    'many parts that are too much together',
    makeDocx(
      paragraph(run('a')),
      Object.fromEntries(
        Array.from({ length: 30 }, (_, at) => [`word/x${at}.xml`, new Uint8Array(1_000_000)]),
      ),
    ),
    'its text is far too long. Split it into smaller documents.',
  ],
])('a file with %s is refused', async (_what, bytes, refusal) => {
  expect(await refusalOf(bytes)).toBe(refusal)
})

test('a size that a zip gives wrongly makes it no larger', async () => {
  const bytes = makeDocx('', { 'word/document.xml': new Uint8Array(50_000_000) })
  const view = new DataView(bytes.buffer)
  // The size of each part, wherever it is given, is said to be small.
  for (let at = 0; at + 4 <= bytes.length; at += 1) {
    if (view.getUint32(at, true) === 50_000_000) view.setUint32(at, 1_000, true)
  }
  expect(await refusalOf(bytes)).toBe(DAMAGED)
})

test('what is packed besides the text is never unpacked', async () => {
  const { html } = await clean(
    makeDocx(paragraph(run('Text')), { 'word/media/huge.png': new Uint8Array(50_000_000) }),
  )
  expect(html).toBe('<p>Text</p>')
})

test('entities are not expanded', async () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${'b'.repeat(1_000)}"><!ENTITY c "${'&a;'.repeat(1_000)}">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${'&c;'.repeat(1_000)}</w:t></w:r></w:p></w:body></w:document>`
  const { html, refusal } = await docxToHtml(
    makeDocx('', { 'word/document.xml': strToU8(bomb) }).buffer,
  )
  expect(html ?? refusal).not.toContain('bbb')
})

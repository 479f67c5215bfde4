import { expect, test } from 'vitest'
import { htmlOfFiles } from './html-of-files.ts'

/** Characters up to U+00FF as one byte each. */
const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

test('a page that Word saved, filtered, has its quotation marks, umlauts and signs', async () => {
  const page =
    '<html><head><meta http-equiv=Content-Type content="text/html; charset=windows-1252"></head><body><p class=MsoNormal>Don\x92t rate \x93Gr\xf6\xdfe\x94 \x96 pay 5 \x80.</p></body></html>'
  const { html } = await htmlOfFiles([new File([bytes(page)], 'task.htm')])
  expect(html).toBe('<p>Don’t rate “Größe” – pay 5 €.</p>')
})

test('a text that Notepad saved as Unicode is read', async () => {
  const file = new File([bytes('\xff\xfeR\0a\0t\0e\0 \0\x19\x20')], 'task.txt')
  expect((await htmlOfFiles([file])).html).toBe('<p>Rate ’</p>')
})

test.each(['task.htm', 'task.txt', 'task.md'])(
  'a binary file named %s is refused',
  async (name) => {
    const { html, says } = await htmlOfFiles([new File([bytes('\x89PNG\r\n\0\0')], name)])
    expect(html).toBe('')
    expect(says).toBe(`“${name}” was not inserted: it is not a text file, despite its name.`)
  },
)

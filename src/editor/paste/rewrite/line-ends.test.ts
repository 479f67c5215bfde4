import { expect, test } from 'vitest'
import { htmlOfFiles } from '#editor/files/html-of-files.ts'
import { cleanClipboard } from './clean-clipboard.ts'
import { plainTexts } from '#editor/paste/fixtures/plain-texts.ts'

const texts = [
  ...plainTexts.map(({ text = '' }) => text.replaceAll('\r\n', '\n')),
  '# Title\n\n- one\n- two\n',
  'Run\n\n```python\nx = 1\n\n  y = 2\n```\n',
  '- one\n- two\n\n> quote\n',
  'Title\n=====\n\nbefore\n\n---\n\nafter\n',
  '| a | b |\n|---|---|\n| 1 | 2 |\n',
  'Dear all,\nhello.\n\nBye',
]

const systems = [
  ['Windows', '\r\n'],
  ['an old Mac', '\r'],
  ['a word processor', '\u2028'],
] as const

test.each(systems)('a text with the line ends of %s reads like any other', async (_of, end) => {
  for (const text of texts) {
    const theirs = text.replaceAll('\n', end)
    for (const mode of ['clean', 'plain'] as const) {
      const { html } = cleanClipboard({ html: '', text: theirs }, mode, true)
      expect(html).toBe(cleanClipboard({ html: '', text }, mode, true).html)
    }
    for (const name of ['task.txt', 'task.md']) {
      const file = await htmlOfFiles([new File([theirs], name)])
      expect(file).toEqual(await htmlOfFiles([new File([text], name)]))
    }
  }
})

test('Markdown that an editor on Windows copied with its colours is Markdown', () => {
  const text = '# Title\r\n\r\n- one\r\n- two'
  const html =
    '<div style="white-space: pre"><div># Title</div><br><div>- one</div><div>- two</div></div>'
  const cleaned = cleanClipboard({ html, text }, 'clean', true)
  expect(cleaned.html).toMatch(/^<h1>Title<\/h1>\s*<ul><li>one<\/li><li>two<\/li><\/ul>$/)
})

import { expect, test } from 'vitest'
import { editorWith } from '#editor/paste/testing/paste-into.ts'

const COPIED = { html: '<ul><li><b>Bold</b> one</li></ul>', text: 'Bold one' }
const FORMATTED = '<ul><li><strong>Bold</strong> one</li></ul>'

test.each([
  ['Shift+Tab, of which the end was elsewhere', 'Tab', { shiftKey: true }],
  ['Shift', 'Shift', { shiftKey: true }],
  ['Shift+Insert', 'Insert', { shiftKey: true }],
  ['Ctrl+V', 'v', { ctrlKey: true }],
])('a paste after %s has its formatting', async (_name, key, modifiers) => {
  for (const own of [false, true]) {
    const text = await editorWith('')
    text.key('keydown', key, modifiers)
    const html = own ? COPIED.html.replace('<ul', '<ul data-pm-slice="0 0 []"') : COPIED.html
    await text.paste({ ...COPIED, html })
    expect(text.html().replaceAll('b>', 'strong>')).toBe(FORMATTED)
  }
})

test('Ctrl+Shift+V pastes the words alone, and only that once', async () => {
  const text = await editorWith('')
  const keys = { ctrlKey: true, shiftKey: true }
  text.key('keydown', 'V', keys)
  await text.paste(COPIED)
  expect(text.html()).toBe('<p>Bold one</p>')
  text.selectAll()
  await text.paste(COPIED)
  expect(text.html()).toContain('<li>')
  text.selectAll()
  text.key('keydown', 'V', keys)
  text.key('keyup', 'V', keys)
  await text.paste(COPIED)
  expect(text.html()).toContain('<li>')
})

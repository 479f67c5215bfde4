import { expect, test } from 'vitest'
import { editorWith } from '#editor/paste/testing/paste-into.ts'

const ADDRESS = 'https://example.org/form?a=1&b=2'

test('an address over selected words makes them a link', async () => {
  const text = await editorWith('<p>a [form] b</p>')
  await text.paste({ text: ADDRESS })
  expect(text.html()).toBe(`<p>a <a href="${ADDRESS.replace('&', '&amp;')}">form</a> b</p>`)
})

test.each([
  ['an empty text', ''],
  ['a text of spaces', '<p>&nbsp;</p>'],
])('an address arrives in the place of %s', async (_name, source) => {
  const text = await editorWith(source)
  text.selectAll()
  await text.paste({ text: ADDRESS })
  expect(text.html()).toBe(`<p>${ADDRESS.replace('&', '&amp;')}</p>`)
})

test.each(['horizontalRule', 'protectedPart', 'protectedInline'])(
  'an address arrives for a selected %s',
  async (type) => {
    const text = await editorWith('<p>a</p><hr><p>b<!-- c --></p><!-- d --><p>e</p>')
    text.selectNode(type)
    await text.paste({ text: ADDRESS })
    expect(text.html()).toMatch(/^<p>a<\/p>.*>b?https:\/\/example\.org\/form\?a=1&amp;b=2<\/p>/)
  },
)

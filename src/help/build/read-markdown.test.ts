// @vitest-environment node
import { expect, test } from 'vitest'
import { headingsOf } from '#help/help-page.ts'
import { readMarkdown } from './read-markdown.ts'

const read = (markdown: string) => readMarkdown('page', `# A page\n\n${markdown}`)
const text = (words: string) => ({ kind: 'text', text: words })
const paragraph = (...content: unknown[]) => ({ kind: 'paragraph', content })

/** Every kind and every address in a tree. */
function partsOf(value: unknown): { kinds: string[]; addresses: string[] } {
  const kinds: string[] = []
  const addresses: string[] = []
  JSON.stringify(value, (key, member: unknown) => {
    if (key === 'kind') kinds.push(String(member))
    if (key === 'href') addresses.push(String(member))
    return member
  })
  return { kinds, addresses }
}

test('words, lists, tables and code become a tree', () => {
  const { title, blocks } = read(
    '**Bold** and `<code>` &amp; more  \nnext\n\n3. one\n4. two\n\n| a | b |\n| --- | --- |\n| `!x` | y |\n\n```sh\nls\n```\n',
  )
  expect(title).toBe('A page')
  expect(blocks).toEqual([
    paragraph(
      { kind: 'strong', content: [text('Bold')] },
      text(' and '),
      { kind: 'code', text: '<code>' },
      text(' & more'),
      { kind: 'break' },
      text('next'),
    ),
    { kind: 'list', start: 3, items: [[paragraph(text('one'))], [paragraph(text('two'))]] },
    {
      kind: 'table',
      head: [[text('a')], [text('b')]],
      rows: [[[{ kind: 'code', text: '!x' }], [text('y')]]],
    },
    { kind: 'code', text: 'ls' },
  ] satisfies unknown[])
})

test('headings get the names that they have in addresses, each its own', () => {
  const page = read('## Where it’s kept (`data`)\n\n### Again\n\n## Again\n\n###### Deep')
  expect(headingsOf(page)).toEqual([
    { level: 2, anchor: 'where-its-kept-data', text: 'Where it’s kept (data)' },
    { level: 3, anchor: 'again', text: 'Again' },
    { level: 2, anchor: 'again-1', text: 'Again' },
    { level: 4, anchor: 'deep', text: 'Deep' },
  ])
})

test('links to pages stay in the manual, web addresses leave it, and files are words', () => {
  const { blocks } = read(
    '[a](other.md#part) [b](other.md) [c](#here) [d](https://example.org/x) [e](../README.md) [f](../src/a.ts) [g](sub/other.md)',
  )
  const [first] = blocks
  const content = first?.kind === 'paragraph' ? first.content : []
  expect(content.filter(({ kind }) => kind !== 'text')).toEqual([
    { kind: 'help-link', to: { page: 'other', anchor: 'part' }, content: [text('a')] },
    { kind: 'help-link', to: { page: 'other', anchor: '' }, content: [text('b')] },
    { kind: 'help-link', to: { page: 'page', anchor: 'here' }, content: [text('c')] },
    { kind: 'outside-link', href: 'https://example.org/x', content: [text('d')] },
  ])
  expect(content.slice(7).map((inline) => 'text' in inline && inline.text)).toEqual([
    ' ',
    'e',
    ' ',
    'f',
    ' ',
    'g',
  ])
})

const harmless =
  'text code break strong em del help-link outside-link heading paragraph list quote table rule'.split(
    ' ',
  )

test.each([
  '<script>alert(1)</script>',
  'words <img src=x onerror=alert(1)> and <b onclick="alert(1)">more</b>',
  '[press](javascript:alert(1))',
  '[press](JaVaScRiPt:alert(1) "x")',
  '[press](data:text/html,<script>alert(1)</script>)',
  '[press](vbscript:x) ![x](javascript:alert(1)) <javascript:alert(1)>',
  '[press](//evil.example/x)',
  '[a]: javascript:alert(1)\n\n[press][a]',
  '## <svg onload=alert(1)>\n\n> <iframe src="https://evil.example">\n\n- <style>*{}</style>',
  '| <script>alert(1)</script> |\n| --- |\n| <a href="javascript:alert(1)">x</a> |',
  '```html\n<script>alert(1)</script>\n```',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
])('nothing in the tree of %s can act', (markdown) => {
  const { kinds, addresses } = partsOf(read(markdown).blocks)
  expect(kinds.filter((kind) => !harmless.includes(kind))).toEqual([])
  expect(addresses.filter((address) => !/^https?:\/\//.test(address))).toEqual([])
})

test('a page without one title is refused', () => {
  expect(() => readMarkdown('page', 'Words')).toThrow('docs/page.md must start with its title')
  expect(() => readMarkdown('page', '# One\n\n# Two')).toThrow('the only heading of level 1')
})

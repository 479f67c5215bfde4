import { expect, test } from 'vitest'
import { mayDisappear } from './profile.ts'
import { readingTime } from './reading-time.ts'

test('what may disappear is counted and quoted, in the order of the text', () => {
  const html =
    '<h3>Before you start</h3><p>Read <a href="https://example.org">the guide</a> and <a href="#x">notes</a>.<br>Then go.</p>'
  expect(mayDisappear(html)).toEqual([
    { tag: 'h3', count: 1, quotes: ['Before you start'] },
    { tag: 'a', count: 2, quotes: ['the guide', 'notes'] },
    { tag: 'br', count: 1, quotes: ['Read the guide and notes.Then go.'] },
  ])
})

test('a table counts once, and long words are cut', () => {
  const html = `<table><thead><tr><th>${'word '.repeat(40)}</th></tr></thead></table>`
  const [table] = mayDisappear(html)
  expect(table).toMatchObject({ tag: 'table', count: 1 })
  expect(table?.quotes[0]).toMatch(/^word .{40,60}…$/)
})

test('text on the list and plain text lose nothing', () => {
  expect(mayDisappear('<h1>a</h1><p><b>b</b><em>c</em><u>d</u></p><ol><li>e</li></ol>')).toEqual([])
  expect(mayDisappear('a < b')).toEqual([])
})

test.each([
  ['', 0, 0],
  ['<p>One two</p><p>three</p>', 3, 1],
  ['<b>S</b>tep one<br>two', 3, 1],
  ['<p>don&rsquo;t&nbsp;stop</p>', 2, 1],
  ['<!-- not this --><style>nor {this}</style>', 0, 0],
  ['word '.repeat(500), 500, 3],
])('%s', (html, words, minutes) => {
  expect(readingTime(html)).toEqual({ words, minutes })
})

import { expect, test } from 'vitest'
import { listsFromTyped } from './find-typed-lists.ts'

test.each([
  ['plain lines', '1. Read\n2. Choose', '<ol><li>Read</li><li>Choose</li></ol>'],
  ['a literal \\n', '1. Read\\n2. Choose\\n', '<ol><li>Read</li><li>Choose</li></ol>'],
  [
    'a literal \\n in a paragraph, with words around',
    '<p>Do this:\\n1) Read\\n2) Choose\\nThank you</p>',
    '<p>Do this:</p><ol><li>Read</li><li>Choose</li></ol><p>Thank you</p>',
  ],
  [
    'breaks',
    '<p>Please:<br>1. Read<br>2. <b>Choose</b> one</p>',
    '<p>Please:</p><ol><li>Read</li><li><b>Choose</b> one</li></ol>',
  ],
  ['paragraphs', '<p>1. Read</p>\n<p>2. Choose</p>', '<ol><li>Read</li><li>Choose</li></ol>\n'],
  ['glyphs', '<p>• a<br>• b</p>', '<ul><li>a</li><li>b</li></ul>'],
  ['dashes', '<p>- a</p><p>- b</p><p>- c</p>', '<ul><li>a</li><li>b</li><li>c</li></ul>'],
  ['brackets', '<p>(1) a<br>(2) b</p>', '<ol><li>a</li><li>b</li></ol>'],
  ['a bold number', '<p><b>1.</b> a<br><b>2.</b> b</p>', '<ol><li>a</li><li>b</li></ol>'],
  [
    'formatting over a break',
    '<p><b>1. a<br>2. b</b></p>',
    '<ol><li><b>a</b></li><li><b>b</b></li></ol>',
  ],
  ['another start', '<p>4. a<br>5. b</p>', '<ol start="4"><li>a</li><li>b</li></ol>'],
  ['blank lines', '<p>1. a</p><p><br></p><p>2. b</p>', '<ol><li>a</li><li>b</li></ol>'],
  [
    'a paragraph that belongs to an item',
    '<p>1. a</p><p>It takes a minute.</p><p>2. b</p>',
    '<ol><li><p>a</p><p>It takes a minute.</p></li><li>b</li></ol>',
  ],
  [
    'glyphs below a number',
    '<p>1. a<br>- x<br>- y<br>2. b</p>',
    '<ol><li>a<ul><li>x</li><li>y</li></ul></li><li>b</li></ol>',
  ],
  ['an item', '<ul><li>1. a<br>2. b</li></ul>', '<ul><li><ol><li>a</li><li>b</li></ol></li></ul>'],
])('%s become a list', (_name, html, expected) => {
  expect(listsFromTyped(html)).toBe(expected)
})

test.each([
  '<p>1. Only one</p>',
  '<p>In 2024. And 2025.</p>',
  '<p>- Anna</p><p>Berta</p>',
  '<p>3. May</p><p>7. June</p>',
  '<ol><li>a</li><li>b</li></ol>',
  '<p>C:\\new 1. x</p>',
  '<p>1. Aims</p><p>a</p><p>b</p><p>c</p><p>2. Methods</p>',
  '',
  'plain',
])('%s is no list', (html) => {
  expect(listsFromTyped(html)).toBeNull()
})

test('other blocks keep their bytes', () => {
  const before = '<P>Upper &copy</P>\n<div class=x>a<br/>b</div>'
  expect(listsFromTyped(`${before}<p>1. a</p><p>2. b</p>\n<hr/>`)).toBe(
    `${before}<ol><li>a</li><li>b</li></ol>\n<hr/>`,
  )
})

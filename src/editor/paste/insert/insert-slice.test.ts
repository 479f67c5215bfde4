import { expect, test } from 'vitest'
import { editorWith, pastedInto } from '#editor/paste/testing/paste-into.ts'

const LIST = '<ol><li>Read</li><li>Rate</li></ol>'
const PAGE = '<h1>Procedure</h1><p>Read.</p>'

test.each([
  // Behind, before and between words.
  ['<p>Please do this:|</p>', LIST, '<p>Please do this:</p><ol><li>Read</li><li>Rate^</li></ol>'],
  ['<p>x|</p><p>y</p>', PAGE, '<p>x</p><h1>Procedure</h1><p>Read.^</p><p>y</p>'],
  ['<p>|x</p>', LIST, '<ol><li>Read</li><li>Rate^</li></ol><p>x</p>'],
  ['<p>a|b</p>', LIST, '<p>a</p><ol><li>Read</li><li>Rate^</li></ol><p>b</p>'],
  ['<p>a|b</p>', PAGE, '<p>a</p><h1>Procedure</h1><p>Read.^b</p>'],
  ['<p>a|b</p>', '<p>See:</p>' + LIST, '<p>aSee:</p><ol><li>Read</li><li>Rate^</li></ol><p>b</p>'],
  ['<p>a|b</p>', '<h2>T</h2>', '<p>a</p><h2>T^</h2><p>b</p>'],
  [
    '<p>a|b</p>',
    '<blockquote><p>q</p></blockquote>',
    '<p>a</p><blockquote><p>q^</p></blockquote><p>b</p>',
  ],
  ['<p>a|b</p>', '<pre><code>x\ny</code></pre>', '<p>a</p><pre><code>x\ny^</code></pre><p>b</p>'],
  [
    '<p>a|b</p>',
    '<table><tr><td>1</td><td>2</td></tr></table>',
    '<p>a</p><table><tbody><tr><td>1</td><td>2</td></tr></tbody></table><p>^b</p>',
  ],
  ['<p>a<br>|</p>', LIST, '<p>a</p><ol><li>Read</li><li>Rate^</li></ol>'],
  ['<p>a|<br>b</p>', LIST, '<p>a</p><ol><li>Read</li><li>Rate^</li></ol><p>b</p>'],
  ['<p id="i">a|b</p>', LIST, '<p id="i">a</p><ol><li>Read</li><li>Rate^</li></ol><p>b</p>'],
  [
    '<h2 class="c">a|b</h2>',
    LIST,
    '<h2 class="c">a</h2><ol><li>Read</li><li>Rate^</li></ol><h2 class="c">b</h2>',
  ],
  // Empty lines.
  ['', LIST, '<ol><li>Read</li><li>Rate^</li></ol>'],
  ['<p>a</p><p>|</p><p>b</p>', LIST, '<p>a</p><ol><li>Read</li><li>Rate^</li></ol><p>b</p>'],
  ['<h2>|</h2>', LIST, '<ol><li>Read</li><li>Rate^</li></ol>'],
  // Paragraphs go on in the line.
  ['<p>a|b</p>', '<p>x</p>', '<p>ax^b</p>'],
  ['<p>a|b</p>', '<p>x</p><p>y</p>', '<p>ax</p><p>y^b</p>'],
  ['<h2>a|b</h2>', '<p>x</p>', '<h2>ax^b</h2>'],
  // In a further paragraph of an item, whose rest stays a paragraph.
  [
    '<ul><li><p>a</p><p>b|c</p></li></ul>',
    '<ul><li>x</li><li>y</li></ul>',
    '<ul><li><p>a</p><p>b</p></li><li>x</li><li><p>y^</p><p>c</p></li></ul>',
  ],
  // In quotations, boxes, cells.
  [
    '<blockquote><p>a|</p><p>b</p></blockquote>',
    LIST,
    '<blockquote><p>a</p><ol><li>Read</li><li>Rate^</li></ol><p>b</p></blockquote>',
  ],
  [
    '<blockquote><p>a|</p></blockquote>',
    '<blockquote><p>q</p><ul><li>l</li></ul></blockquote>',
    '<blockquote><p>aq</p><ul><li>l^</li></ul></blockquote>',
  ],
  [
    '<div class="box">a|</div>',
    LIST,
    '<div class="box">a<ol><li>Read</li><li>Rate^</li></ol></div>',
  ],
  [
    '<section><p>a|b</p></section>',
    PAGE,
    '<section><p>a</p><h1>Procedure</h1><p>Read.^b</p></section>',
  ],
  [
    '<table><tr><td>a|b</td><td>c</td></tr></table>',
    LIST,
    '<table><tbody><tr><td>a<ol><li>Read</li><li>Rate^</li></ol>b</td><td>c</td></tr></tbody></table>',
  ],
  [
    '<table><tr><td>|</td><td>c</td></tr></table>',
    LIST,
    '<table><tbody><tr><td><ol><li>Read</li><li>Rate^</li></ol></td><td>c</td></tr></tbody></table>',
  ],
  [
    '<table><caption>a|</caption><tr><td>c</td></tr></table>',
    PAGE,
    '<table><caption>aProcedure<br>Read.^</caption><tbody><tr><td>c</td></tr></tbody></table>',
  ],
  ['<pre><code>a|b</code></pre>', PAGE, '<pre><code>aProcedure\nRead.^b</code></pre>'],
  // A list in a list.
  [
    '<ul><li>a|</li><li>b</li></ul>',
    LIST,
    '<ul><li>a</li><li>Read</li><li>Rate^</li><li>b</li></ul>',
  ],
  ['<ul><li>|a</li></ul>', LIST, '<ul><li>Read</li><li>Rate^</li><li>a</li></ul>'],
  ['<ul><li>a|b</li></ul>', LIST, '<ul><li>a</li><li>Read</li><li>Rate^</li><li>b</li></ul>'],
  ['<ul><li>a</li><li>|</li></ul>', LIST, '<ul><li>a</li><li>Read</li><li>Rate^</li></ul>'],
  [
    '<ul><li>a|<ul><li>a1</li></ul></li></ul>',
    LIST,
    '<ul><li>a</li><li>Read</li><li>Rate^<ul><li>a1</li></ul></li></ul>',
  ],
  [
    '<ul><li>a<ol><li>b|</li></ol></li></ul>',
    LIST,
    '<ul><li>a<ol><li>b</li><li>Read</li><li>Rate^</li></ol></li></ul>',
  ],
  [
    '<ul><li value="3" id="i">a|b</li></ul>',
    LIST,
    '<ul><li value="3" id="i">a</li><li>Read</li><li>Rate^</li><li>b</li></ul>',
  ],
  [
    '<ul><li>a|b</li></ul>',
    '<p>x</p>' + LIST + '<p>y</p>',
    '<ul><li>ax</li><li>Read</li><li><p>Rate</p><p>y^b</p></li></ul>',
  ],
  ['<ul><li>a|b</li></ul>', PAGE, '<ul><li>a<h1>Procedure</h1><p>Read.^b</p></li></ul>'],
  ['<ul><li>a|b</li></ul>', '<p>x</p><p>y</p>', '<ul><li><p>ax</p><p>y^b</p></li></ul>'],
  // Over selections.
  ['<p>a[x]b</p>', LIST, '<p>a</p><ol><li>Read</li><li>Rate^</li></ol><p>b</p>'],
  ['<p>[x]</p><p>b</p>', LIST, '<ol><li>Read</li><li>Rate^</li></ol><p>b</p>'],
  ['<p>a[x</p><p>y</p><p>z]b</p>', LIST, '<p>a</p><ol><li>Read</li><li>Rate^</li></ol><p>b</p>'],
  ['<p>a[x</p><h2>z]b</h2>', LIST, '<p>a</p><ol><li>Read</li><li>Rate^</li></ol><h2>b</h2>'],
  ['<p>a[x</p><p>z]b</p>', PAGE, '<p>a</p><h1>Procedure</h1><p>Read.^b</p>'],
  ['<p>a[x</p><p>z]</p><p>c</p>', LIST, '<p>a</p><ol><li>Read</li><li>Rate^</li></ol><p>c</p>'],
  ['<p>[x</p><p>z]b</p>', LIST, '<ol><li>Read</li><li>Rate^</li></ol><p>b</p>'],
  ['<ul><li>[x</li><li>y]</li></ul>', PAGE, '<h1>Procedure</h1><p>Read.^</p>'],
  [
    '<ul><li>[x</li><li>y]</li><li>z</li></ul>',
    LIST,
    '<ul><li>Read</li><li>Rate^</li><li>z</li></ul>',
  ],
  [
    '<ul><li>a</li><li>b[x</li></ul><p>y]c</p>',
    LIST,
    '<ul><li>a</li><li>b</li><li>Read</li><li>Rate^</li></ul><p>c</p>',
  ],
  [
    '<p>a[x</p><ul><li>y]</li><li>z</li></ul>',
    PAGE,
    '<p>a</p><h1>Procedure</h1><p>Read.^</p><ul><li>z</li></ul>',
  ],
  ['<p>[x</p><hr><h2>y]</h2>', PAGE, '<h1>Procedure</h1><p>Read.^</p>'],
])('into %s comes %s', async (source, html, expected) => {
  expect(await pastedInto(source, { html })).toBe(expected)
})

test('what this editor copied is pasted like anything else', async () => {
  const from = await editorWith('<p>x</p><ul><li>[Read</li><li>Rate]</li></ul>')
  const wholeItems = from.copy()
  expect(await pastedInto('<p>a|b</p>', wholeItems)).toBe(
    '<p>a</p><ul><li>Read</li><li>Rate^</li></ul><p>b</p>',
  )
  expect(await pastedInto('<ol><li>a|</li></ol>', wholeItems)).toBe(
    '<ol><li>a</li><li>Read</li><li>Rate^</li></ol>',
  )
  from.selectAll()
  expect(await pastedInto('<p>a|b</p>', from.copy())).toBe(
    '<p>ax</p><ul><li>Read</li><li>Rate^</li></ul><p>b</p>',
  )
})

test.each([
  '<h1>a[b</h1><p>c]d</p>',
  '<ul><li>a[b</li><li>c]d</li></ul>',
  '<div><p>a[b</p><p>c]d</p></div>',
  '<blockquote><p>a</p><p>[b</p><p>c]d</p></blockquote>',
  '<p>a</p><ul><li>[b</li><li>c]</li></ul>',
])('what is cut out of %s and put back is there again', async (source) => {
  const text = await editorWith(source)
  const before = text.html()
  const copied = text.copy('cut')
  expect(text.html()).not.toBe(before)
  await text.paste(copied)
  expect(text.html()).toBe(before)
})

test('words that were copied out of an item or a heading go on in the line', async () => {
  for (const source of ['<ul><li>Re[a]d</li></ul>', '<h1>Re[a]d</h1>']) {
    const copied = (await editorWith(source)).copy()
    expect(await pastedInto('<p>x|y</p>', copied)).toBe('<p>xa^y</p>')
  }
})

test('line breaks at the end of a copied text are all there', async () => {
  const source = '<p>Look at it<br><br><br><br></p>'
  const text = await editorWith(source)
  text.selectAll()
  const copied = text.copy()
  expect(await pastedInto('', copied)).toBe(source.replace('</p>', '^</p>'))
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseInert } from '#html/parse/inert-document.ts'
import { markupProblems } from './markup-problems.ts'
import { outgoingHtml } from '#html/safety/sanitize.ts'
import { scanHtml } from '#html/parse/scan-html.ts'
import { unsafeParts } from '#html/safety/unsafe-parts.ts'

const told = (html: string) =>
  markupProblems(html).map(({ start, end, message }) => `${html.slice(start, end)}: ${message}`)

test.each([
  '<p>One</p><p>Two</p>',
  '<p>One<p>Two<ul><li>a<li>b</ul>',
  '<dl><dt>a<dd>b<dt>c<dd>d</dl>',
  '<table><caption>c</caption><thead><tr><th>h</thead><tbody><tr><td>1<td>2<tr><td>3</table>',
  '<ol><li>one<ol><li>a</li></ol></li></ol>',
  '<p>a<br>b<br/>c <img src="https://example.org/a.png" alt=""></p><hr>',
  '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>',
  '<details><summary>more</summary><p>text</p></details>',
  '<p title="a > b">x</p><!-- <b> -->',
  '<a href=https://example.org/>link</a>',
  '<table><tr><td><p>in a cell</p><table><tr><td>x</table></td></tr></table>',
  'a < b and c > d',
])('%j is read as it is written', (html) => {
  expect(told(html)).toEqual([])
})

test.each([
  [
    '<p><b>bold</p><p>on</p>',
    '<b>: <b> is still open at </p>. The browser closes it there and opens it again for the text that follows.',
  ],
  [
    '<b>one <i>two</b> three</i>',
    '<i>: <i> is still open at </b>. The browser closes it there and opens it again for the text that follows.',
  ],
  ['<p>a</p></div>', '</div>: No <div> is open here. The browser ignores this tag.'],
  ['<div><p>a</p>', '<div>: <div> is never closed. The browser closes it at the end of the text.'],
  [
    '<p>a<div>b</div></p>',
    '</p>: The paragraph has already ended: a paragraph cannot contain boxes, lists or tables. The browser turns this tag into an empty paragraph.',
  ],
  ['<foo>x</foo>', '<foo>: HTML has no <foo> element. Only the words in it are shown.'],
  ['<div/>x</div>', '<div/>: The browser ignores the slash: <div> stays open until </div>.'],
  [
    '<p id="a">x</p><p id="a">y</p>',
    'id="a": The id “a” is already used. Links lead to the first one.',
  ],
  [
    '<p class="a" class="b">x</p>',
    'class="b": “class” is given twice. The browser uses the first one.',
  ],
  ['<td>x</td>', '<td>: <td> is not inside a table. The browser ignores the tag.'],
  [
    '<table><p>x</p><tr><td>y</table>',
    '<p>: <p> is in a table but not in a cell. The browser moves it in front of the table.',
  ],
  ['<li>x</li>', '<li>: <li> is not inside a list. It needs <ul> or <ol> around it.'],
  [
    '<a href="#a">x <a href="#b">y</a>',
    '<a href="#b">: A link cannot contain another link. The browser closes the first one here.',
  ],
  ['<p>x</br></p>', '</br>: <br> has no end tag. The browser turns it into a line break.'],
  [
    '<p>x</p><p class="',
    '<p class=": This tag never ends. The browser ignores everything from here on.',
  ],
  [
    '<p>x</p><!-- open',
    '<!-- open: This comment never ends. Everything from here on is part of the comment.',
  ],
  ['<h2>a</h3>', '</h3>: This closes <h2>: browsers accept the end tag of any heading.'],
  ['<p>x<b</p>', '<b</p>: This tag has no'],
])('in %j the browser’s view is explained', (html, expected) => {
  expect(told(html).some((line) => line.startsWith(expected))).toBe(true)
})

test('where nothing is reported the browser makes just the elements that are written', () => {
  const piece = fc.constantFrom(
    ...'<p> </p> <b> </b> <i> </i> <ul> <li> </li> </ul> <div> </div> <a> </a> <h2> </h2> <table> <tr> <td> </td> </tr> </table> <br> <blockquote> </blockquote> x'.split(
      ' ',
    ),
  )
  const implied = new Set(['tbody', 'colgroup'])
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
      const html = pieces.join('')
      fc.pre(markupProblems(html).length === 0)
      const written = [...scanHtml(html)]
        .filter(({ kind }) => kind === 'open')
        .map(({ name }) => name)
      const made = [...parseInert(html).querySelectorAll('*')]
        .map(({ localName }) => localName)
        .filter((name) => !implied.has(name))
      expect(made).toEqual(written)
    }),
    { numRuns: 3000, seed: 7 },
  )
})

test('what the sanitiser takes out is named where it stands', () => {
  const html =
    '<p onclick="alert(1)" style="color: red; position: fixed">a <a href="javascript:alert(1)">b</a></p><script>alert(1)</script><video></video>'
  const found = unsafeParts(html, outgoingHtml(html).removed)
  expect(found.map(({ start, end }) => html.slice(start, end))).toEqual([
    'onclick="alert(1)"',
    'style="color: red; position: fixed"',
    'href="javascript:alert(1)"',
    '<script>',
    '<video>',
  ])
  expect(found[1]?.message).toBe('For safety, the style position is not sent.')
})

test('a text of which nothing is closed is looked at as far as it makes sense', () => {
  expect(markupProblems('<b>x'.repeat(100_000)).at(-1)?.message).toMatch(/^More than 500 elements/)
})

test('an element may be called like something that every object has', () => {
  expect(markupProblems('<p>a <constructor>b</constructor></p>')).toHaveLength(1)
})

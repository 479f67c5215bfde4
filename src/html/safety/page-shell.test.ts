import { expect, test } from 'vitest'
import { keptHtml } from './kept-html.ts'
import { outgoingHtml } from './sanitize.ts'

test.each([
  [
    '<!DOCTYPE html><html><head></head><body><P>a &copy;<br/>b</P></body></html>',
    '<P>a &copy;<br/>b</P>',
  ],
  ['<p>Hello</p>\n</body>\n</html>\n', '<p>Hello</p>'],
  ['<body onload="go()" class="x">a <b>b</b></body>', 'a <b>b</b>'],
  ['<HTML>\n<BODY>\n<p>a</p>\n\n<p>b</p></BODY></HTML>', '<p>a</p>\n\n<p>b</p>'],
  [
    '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD"><html xmlns="x"><p>a</p></html>',
    '<p>a</p>',
  ],
  [
    '<html xmlns:o="urn:x"><head><meta charset=utf-8><!--[if gte mso 9]><xml><o:Author>Ann</o:Author></xml><![endif]--></head><body lang=EN><!--StartFragment--><p class=MsoNormal><![if !supportLists]>1.<![endif]> a<!-- mine --></p><!--EndFragment--></body></html>',
    '<p class=MsoNormal>1. a<!-- mine --></p>',
  ],
  ['<head><p>a<!-- mine --></p></head>', '<p>a<!-- mine --></p>'],
])('of %s only the text is sent', (source, text) => {
  expect(outgoingHtml(source).html).toBe(text)
  expect(keptHtml(source, 'safe')).toBe(outgoingHtml(source).html)
})

test('what is unsafe in a page is still told', () => {
  const page =
    '<!DOCTYPE html><html><head><title>T</title><style>p{color:red}</style></head><body><p>Hello <b>you</b></p></body></html>'
  const { html, removed } = outgoingHtml(page)
  expect(html).toBe('<p>Hello <b>you</b></p>')
  expect(removed.map(({ name }) => name)).toEqual(['title', 'style'])
})

test.each([
  '<p>The tag &lt;body&gt; and <code>&lt;/html&gt;</code></p>',
  '<p title="</body>">a</p> ',
  '<header>a</header>\n',
  '<!--[if mso]>x<![endif]--><p>a</p>',
])('%s has no shell and keeps its bytes', (source) => {
  expect(outgoingHtml(source).html).toBe(source)
})

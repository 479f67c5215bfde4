import { expect, test } from 'vitest'
import { DISARMED, disarm } from './disarm.ts'

test.each([
  ['<p onclick="go()">x</p>', `<p ${DISARMED}onclick="go()">x</p>`],
  ['<img/src=x/onerror=go()>', '<img/src=x/onerror=go()>'],
  ['<img/src="x"/OnError=go()>', `<img/src="x"/${DISARMED}OnError=go()>`],
  ['<svg\nonload\n=\ngo()>', `<svg\n${DISARMED}onload\n=\ngo()>`],
  ['<p is="x-y" title=is>this is x</p>', `<p ${DISARMED}is="x-y" title=is>this is x</p>`],
])('what acts in %s has another name', (html, disarmed) => {
  expect(disarm(html)).toBe(disarmed)
})

test('a style sheet is none while it is parsed', () => {
  expect(disarm('<STYLE type="text/css">p{}</style>')).toBe(
    '<style type="text/disarmed" type="text/css">p{}</style>',
  )
})

test.each([
  '<a href=https://example.org/online>x</a>',
  '<a href="https://example.org/?a= onclick=b">x</a>',
  "<p title='say \" onclick=x'>y</p>",
  '<p>text with onclick=x and <b>more</b></p>',
  '<p title=on>x</p><once>y</once>',
])('%s is left as it is', (html) => {
  expect(disarm(html)).toBe(html)
})

import { expect, test } from 'vitest'
import { DISARMED, disarm } from './disarm.ts'
import { parseInert, serializeFragment } from '#html/parse/inert-document.ts'

test.each([
  ['<p onclick="go()">x</p>', `<p ${DISARMED}onclick="go()">x</p>`],
  ['<img/src="x"/OnError=go()>', `<img/src="x"/${DISARMED}OnError=go()>`],
  ['<svg\nonload\n=\ngo()>', `<svg\n${DISARMED}onload\n=\ngo()>`],
  ['<p id="a"onclick>x</p>', `<p id="a"${DISARMED}onclick>x</p>`],
  ['<svg><style><img onerror=go()>', `<svg><style><img ${DISARMED}onerror=go()>`],
  ['<video><TRACK src=x></video>', `<video><source ${DISARMED}TRACK src=x></video>`],
])('what browsers report in %s has another name', (html, disarmed) => {
  expect(disarm(html)).toBe(disarmed)
})

test.each([
  '<a href="https://example.org/online.html">x</a>',
  '<p title="say onclick=x, only">y</p>',
  '<p>text with onclick=x, only one &lt;track and <b>more</b></p>',
  '<!-- <track src> and <p onclick=x> --><p>x</p>',
  '<textarea><track src> <p onclick=x></textarea>',
  '<p title="on">x</p><once>y</once>',
])('%s reads as it is written', (html) => {
  expect(serializeFragment(parseInert(html))).toBe(
    html.replace(
      '<textarea><track src> <p onclick=x>',
      '<textarea>&lt;track src&gt; &lt;p onclick=x&gt;',
    ),
  )
})

import { expect, test } from 'vitest'
import { parseInert } from '#html/parse/inert-document.ts'
import { cleanClipboard } from './clean-clipboard.ts'

function blocksOf(html: string): string[] {
  const { html: cleaned, report } = cleanClipboard({ html, text: '' }, 'clean', true)
  expect(report.fallback).toBeNull()
  return [...parseInert(cleaned).children].map(
    (block) => `${block.localName}: ${block.textContent ?? ''}`,
  )
}

test.each([
  ['a line in each code element', '<pre><code>one</code>\n<code>two</code></pre>', 'one\ntwo'],
  ['an item for each line', '<pre><ol><li>a = 1</li><li>  b = 2</li></ol></pre>', 'a = 1\n  b = 2'],
  [
    'numbered lines, of which one is empty',
    '<pre class="prettyprint linenums"><ol class="linenums">\n  <li class="L0"><span class="kwd">var</span> a</li>\n  <li class="L1"></li>\n  <li class="L2">  b</li>\n</ol></pre>',
    'var a\n\n  b',
  ],
  [
    'items inside the code',
    '<pre><code><ul><li>a</li><li>b<br>c</li></ul></code></pre>',
    'a\nb\nc',
  ],
  [
    'a row for each line',
    '<pre><table><tr><td>1</td><td>if x:</td></tr><tr><td>2</td><td>  y</td></tr></table></pre>',
    '1 if x:\n2   y',
  ],
  [
    'boxes after words, with an empty line',
    '<pre>a<div>b</div><div><br></div><div><div>c</div></div>\n<div>d\n</div><div>e</div>f</pre>',
    'a\nb\n\nc\nd\ne\nf',
  ],
  [
    'lines by style',
    '<pre><code><span style="display: block">a</span><span style="display: block"> b</span></code></pre>',
    'a\n b',
  ],
  [
    'code that is only a part of its line',
    '<pre>run <code>x</code> <b>now</b>\n</pre>',
    'run x now',
  ],
  ['a prompt', '<pre><!--StartFragment--><span>$ </span><code>npm i</code></pre>', '$ npm i'],
  ['boxes to tick', '<pre><code>a<input type="checkbox">b</code></pre>', 'a b'],
])('%s: one block with the lines in order', (_what, html, lines) => {
  expect(blocksOf(`<p>Before</p>${html}`)).toEqual(['p: Before', `pre: ${lines}`])
})

test('what stands in boxes around the code comes before and after it', () => {
  const code = '<code class="language-py">a</code>\n<code>b</code>'
  const html = `<pre><div>python</div><div><div>file.py</div><div>${code}</div><button>Explain</button></div><div>Output below</div></pre>`
  expect(blocksOf(html)).toEqual([
    'p: python',
    'p: file.py',
    'pre: a\nb',
    'p: Explain',
    'p: Output below',
  ])
})

test('boxes by style stay lines outside of code, too', () => {
  const line = (word: string) => `<span style="display: block">${word}</span>`
  expect(blocksOf(line('a') + line('b'))).toEqual(['p: a', 'p: b'])
})

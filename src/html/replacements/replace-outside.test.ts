import type { ProfileName } from '#html/profile/profile-names.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptHtml } from '#html/safety/kept-html.ts'
import { outsideFindings } from '#html/profile/outside-findings.ts'
import { parseInert } from '#html/parse/inert-document.ts'
import { parseText } from '#html/parse/parsed-text.ts'
import { keepsAttribute, profiles } from '#html/profile/profiles.ts'
import { replaceAll } from './replace-outside.ts'

const outside = (html: string, keeps: ProfileName = 'published') =>
  outsideFindings(parseText(html), keeps)

/** What pressing the first button makes of a text. */
const mended = (html: string) => outside(html)[0]?.fix?.apply(html)

test.each([
  ['a small heading', '<h3>Before</h3>', '<h2>Before</h2>'],
  ['breaks', '<p>a<br>b <b>c<br>d</b></p>', '<p>a</p><p>b <b>c</b></p><p><b>d</b></p>'],
  ['a blank line', '<p>a</p><p><br></p><p>b</p>', '<p>a</p><p>b</p>'],
  ['breaks in an item', '<ul><li>a<br>b</li></ul>', '<ul><li><p>a</p><p>b</p></li></ul>'],
  ['a break at the end of an item', '<ul><li>a<br></li></ul>', '<ul><li>a</li></ul>'],
  ['a break in a heading', '<h2>a<br>b</h2>', '<h2>a b</h2>'],
  ['breaks without a paragraph', 'a<br>b<p>c</p>', '<p>a</p><p>b</p><p>c</p>'],
  [
    'a link',
    '<p>Read <a href="https://x.y/z">the <b>guide</b></a>.</p>',
    '<p>Read the <b>guide</b> (https://x.y/z).</p>',
  ],
  ['a link that is its address', '<p><a href="https://x.y/">x.y</a></p>', '<p>x.y</p>'],
  ['a mail link', '<p><a href="mailto:a@b.c">Ask us</a></p>', '<p>Ask us (a@b.c)</p>'],
  ['a link within the text', '<p><a href="#end">Below</a></p>', '<p>Below</p>'],
  [
    'a table with headers',
    '<table><caption>Pay</caption><thead><tr><th>Part</th><th>Pay</th></tr></thead><tbody><tr><td>One</td><td><b>£1</b></td></tr><tr><td>Two</td><td></td></tr></tbody></table>',
    '<p>Pay</p><ul><li>Part: One; Pay: <b>£1</b></li><li>Part: Two</li></ul>',
  ],
  [
    'a table with a column that is to be filled in',
    '<table><tr><th>Day</th><th>Your notes</th></tr><tr><td>Mon</td><td></td></tr></table>',
    '<ul><li>Day: Mon</li><li>Your notes</li></ul>',
  ],
  [
    'a table without headers',
    '<table><tr><td>a</td><td>b</td></tr><tr><td colspan="2">c</td></tr></table>',
    '<ul><li>a; b</li><li>c</li></ul>',
  ],
  [
    'a table with row headers',
    '<table><tr><th>Mon</th><td>9</td><td>10</td></tr><tr><th>Tue</th><td>11</td></tr></table>',
    '<ul><li>Mon: 9; 10</li><li>Tue: 11</li></ul>',
  ],
  [
    'a table with joined rows',
    '<table><tr><th>Day</th><th>Time</th></tr><tr><td rowspan="2">Mon</td><td>9</td></tr><tr><td>10</td></tr></table>',
    '<ul><li>Day: Mon; Time: 9</li><li>Day: Mon; Time: 10</li></ul>',
  ],
  ['a table that is a box', '<table><tr><td>a<p>b</p></td></tr></table>', '<p>a</p><p>b</p>'],
  ['a quote', '<blockquote>a<p>b</p></blockquote>', '<p>a</p><p>b</p>'],
  ['a container', '<div>a <b>b</b></div>', '<p>a <b>b</b></p>'],
  ['a container in an item', '<ul><li><div>a</div></li></ul>', '<ul><li>a</li></ul>'],
  ['a section', '<section><h2>a</h2><p>b</p></section>', '<h2>a</h2><p>b</p>'],
  ['a code block', '<pre>a\n  <b>b\nc</b></pre>', '<p>a</p><p><b>b</b></p><p><b>c</b></p>'],
  ['code', '<p>Press <code>F5</code>.</p>', '<p>Press F5.</p>'],
  ['a key', '<p>Press <kbd>F5</kbd>.</p>', '<p>Press F5.</p>'],
  [
    'highlighted text',
    '<p><mark>a</mark><span>b</span><sub>c</sub><sup>d</sup></p>',
    '<p>a<span>b</span><sub>c</sub><sup>d</sup></p>',
  ],
  ['quoted words', '<p><q>a</q></p>', '<p>“a”</p>'],
  ['deleted text', '<p><del>a</del></p>', '<p><s>a</s></p>'],
  ['a divider', '<p>a</p><hr><p>b</p>', '<p>a</p><p>b</p>'],
  ['a divider in bare text', 'a<hr>b', 'a<p></p>b'],
  [
    'a picture',
    '<p>See <img src="https://x.y/z.png" alt="a cat">.</p>',
    '<p>See a cat (https://x.y/z.png).</p>',
  ],
  [
    'a picture alone',
    '<p>a</p><img src="https://x.y/z.png" alt="A cat">',
    '<p>a</p><p>A cat (https://x.y/z.png)</p>',
  ],
  [
    'a picture right beside words',
    '<p><b>Score</b><img src="https://x.y/z.png" alt="A globe">of (<img src="https://x.y/z.png" alt="all">).</p>',
    '<p><b>Score</b> A globe (https://x.y/z.png) of (<img src="https://x.y/z.png" alt="all">).</p>',
  ],
  ['a decoration', '<p>a<img src="https://x.y/z.png" alt=""></p>', '<p>a</p>'],
  [
    'a collapsible part',
    '<details><summary>More</summary>a<p>b</p></details>',
    '<h2>More</h2><p>a</p><p>b</p>',
  ],
  [
    'a list of terms',
    '<dl><dt>a</dt><dd>b</dd><dt>c</dt><dt>d</dt><dd>e</dd><dd>f</dd></dl>',
    '<ul><li>a: b</li><li>c, d: e; f</li></ul>',
  ],
  ['an attribute', '<p class="x" id="y">a</p>', '<p id="y">a</p>'],
])('%s gives way to safe formatting', (_name, html, expected) => {
  expect(mended(html)).toBe(expected)
})

test('each part is named and has its place', () => {
  const html = '<h3>Before</h3><p style="color:red">a<br>b<br>c</p><ol start="2"><li>d</li></ol>'
  expect(
    outside(html).map(({ what, position }) => [
      what,
      position.selector,
      position.nth,
      position.quote,
    ]),
  ).toEqual([
    ['Small heading', 'h3', 0, 'Before'],
    ['Style of paragraph', 'p', 0, 'a b c'],
    ['Line break', 'br', 0, 'a b c'],
    ['First number of numbered list', 'ol', 0, 'd'],
  ])
  expect(outside(html, 'basic').map(({ what }) => what)).toEqual(['Style of paragraph'])
  expect(outside(html, 'safe')).toEqual([])
})

test('a part in the middle is replaced alone: other blocks keep their bytes', () => {
  const html = '<P>one &copy two</P>\n<h3>a</h3><h3 >b</h3>\n<p>c<br/>d'
  const second = outside(html)[1]
  expect(second?.fix?.apply(html)).toBe('<P>one &copy two</P>\n<h3>a</h3><h2>b</h2>\n<p>c<br/>d')
})

test('a part that is there no more changes nothing', () => {
  const [link] = outside('<p><a href="https://x.y">z</a></p>')
  expect(link?.fix?.apply('<P>other')).toBe('<P>other')
})

test('what stands beside a break is replaced with it', () => {
  const html = '<p><img src="https://x.y/z" alt="a"><br><a href="https://x.y">b</a></p>'
  expect(replaceAll(html, 'published')).toBe('<p>a (https://x.y/z)</p><p>b (https://x.y)</p>')
})

test('all are replaced at once, inner ones first, and what is safe keeps its bytes', () => {
  const html =
    '<P>kept &copy</P>\n<div><h4 id="a">Days</h4><table><tr><th>Day</th><th>Where</th></tr><tr><td>Mon<br>day</td><td><a href="https://x.y">Lab</a></td></tr></table></div><p>a<br>b</p>'
  expect(replaceAll(html, 'published')).toBe(
    '<P>kept &copy</P>\n<h2>Days</h2><ul><li>Day: Mon day; Where: Lab (https://x.y)</li></ul><p>a</p><p>b</p>',
  )
})

/* Documents of all that the sanitiser lets through, nested as a parser would nest them. */
const word = fc.stringMatching(/^[a-z]{1,6}$/)
const attributes = fc.constantFrom('', ' class="x"', ' style="color: red"', ' dir="rtl"', ' id="i"')
const { tree: htmlTree } = fc.letrec<{ tree: string; leaf: string }>((tie) => ({
  leaf: fc.oneof(
    word,
    word.map((alt) => `<img src="https://x.y/p.png" alt="${alt}">`),
    fc.constant('<br>'),
    fc.constant('<hr>'),
  ),
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc
      .tuple(
        fc.constantFrom(
          ...'p h1 h3 div section blockquote pre details summary figure figcaption b em a code span kbd q mark del ruby rt'.split(
            ' ',
          ),
          ...'ul ol li dl dt dd table tr td th caption center menu address small'.split(' '),
        ),
        attributes,
        fc.array(tie('tree'), { maxLength: 4 }),
      )
      .map(([tag, attribute, inner]) => `<${tag}${attribute}>${inner.join(' ')}</${tag}>`),
  ),
}))
const html = fc.array(htmlTree, { maxLength: 5 }).map((blocks) => blocks.join(' '))

/** Words stand apart in the documents above, so each is a word of its text node. */
const wordsOf = (text: string) => {
  const fragment = parseInert(text)
  for (const image of fragment.querySelectorAll('img')) image.replaceWith(` ${image.alt} `)
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT)
  const words: string[] = []
  while (walker.nextNode()) words.push(...(walker.currentNode.nodeValue?.match(/[a-z]+/g) ?? []))
  return words.toSorted()
}

/** What of a text the profile does not keep. */
const left = (text: string, keeps: ProfileName) =>
  [...parseInert(text).querySelectorAll('*')].flatMap((element) => [
    ...(profiles[keeps].tags.has(element.localName) ? [] : [element.localName]),
    ...element
      .getAttributeNames()
      .filter((name) => !keepsAttribute(profiles[keeps], element.localName, name)),
  ])

test.each(['published', 'basic'] as const)(
  'nothing outside “%s” is left, and no word is lost',
  (keeps) => {
    fc.assert(
      fc.property(html, (text) => {
        const kept = keptHtml(text, keeps)
        expect(left(kept, keeps)).toEqual([])
        expect(wordsOf(kept)).toEqual(wordsOf(text))
        expect(keptHtml(kept, keeps)).toBe(kept)
        const replaced = replaceAll(text, keeps)
        expect(left(replaced, keeps)).toEqual([])
        const words = wordsOf(replaced)
        for (const one of wordsOf(text)) expect(words).toContain(one)
      }),
      { numRuns: 50 },
    )
  },
)

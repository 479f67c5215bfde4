import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeTexts } from './merge-texts.ts'

/** The merged text with its marks as {+added+} and {-removed-}. */
function shown(before: string, after: string) {
  const merged = mergeTexts(before, after)
  if (merged.kind !== 'shown') return merged.kind
  const page = document.createElement('div')
  page.append(merged.fragment)
  for (const word of page.querySelectorAll('.visually-hidden')) word.remove()
  for (const mark of page.querySelectorAll('[data-change]')) {
    const sign = mark.getAttribute('data-change') === 'added' ? '+' : '-'
    mark.replaceWith(`{${sign}`, ...mark.childNodes, `${sign}}`)
  }
  return page.innerHTML
}

describe('what a reader sees of two texts as one', () => {
  test.each([
    [
      'a word',
      '<p>Rate the old review.</p>',
      '<p>Rate the new review.</p>',
      '<p>Rate the {-old-} {+new+} review.</p>',
    ],
    ['a first word', '<p>Old text</p>', '<p>New text</p>', '<p>{-Old-} {+New+} text</p>'],
    [
      'an item that is new',
      '<ol><li>a</li><li>c</li></ol>',
      '<ol><li>a</li><li>b</li><li>c</li></ol>',
      '<ol><li>a</li><li>{+b+}</li><li>c</li></ol>',
    ],
    [
      'an item that is gone',
      '<ol><li>a</li><li>b</li></ol>',
      '<ol><li>a</li></ol>',
      '<ol><li>a</li><li>{-b-}</li></ol>',
    ],
    [
      'a link that lost its address',
      '<p>See <a href="https://x.org">this page</a>.</p>',
      '<p>See this page.</p>',
      '<p>See {-<a title="https://x.org" data-link="">this page</a>-} {+this page+}.</p>',
    ],
    [
      'a link that kept its words',
      '<p><a href="https://x.org/1">page</a></p>',
      '<p><a href="https://x.org/2">page</a></p>',
      '<p>{-<a title="https://x.org/1" data-link="">page</a>-}</p><p>{+<a title="https://x.org/2" data-link="">page</a>+}</p>',
    ],
    ['paragraphs that became one', '<p>a b</p><p>c d</p>', '<p>a b c d</p>', '<p>a b{-¶-} c d</p>'],
    ['a line break that is gone', '<p>a<br>b</p>', '<p>a b</p>', '<p>a{-↵<br>-} b</p>'],
    [
      'a heading that became a paragraph',
      '<h3>Steps</h3><p>x</p>',
      '<p>Steps</p><p>x</p>',
      '<div data-heading="h3">{-Steps-}</div><p>{+Steps+}</p><p>x</p>',
    ],
    ['everything that is gone', '<p>a</p>', '', '<p>{-a-}</p>'],
    [
      'words in a script without spaces',
      '<p>今日は良い天気です</p>',
      '<p>今日は悪い天気です</p>',
      '<p>今日は{-良い-}{+悪い+}天気です</p>',
    ],
  ])('%s', (_case, before, after, expected) => {
    expect(shown(before, after)).toBe(expected)
  })

  test.each([
    ['the way it is written', '<P>a<BR/>&copy;</P>', '<p>a<br>©</p>'],
    ['attributes that are not seen', '<p class="x" lang="en">a</p>', '<p>a</p>'],
    ['white space', '<p>a\n  b</p>\n<p>c</p>', '<p>a b</p><p>c</p>'],
    [
      'elements that look alike',
      '<p><b>a</b> <i>b</i></p>',
      '<p><strong>a</strong> <em>b</em></p>',
    ],
    ['containers', '<div><section><p>a</p></section></div>', '<p>a</p>'],
  ])('%s is no difference for a reader', (_case, before, after) => {
    expect(shown(before, after)).toBe('alike')
  })

  test('marks are worded for those who do not see them', () => {
    const merged = mergeTexts('<p>old</p>', '<p>new</p>')
    expect(merged.kind === 'shown' && merged.fragment.textContent).toBe(
      ' [removed: old]  [added: new] ',
    )
  })

  test('nothing in it runs, loads, hides or leads anywhere', () => {
    const hostile =
      '<p class="visually-hidden" style="display:none" hidden id="root" onclick="x()">a</p><img src="https://evil.example/x.png" alt="cat"><a href="javascript:x()">b</a><script>x()</script><details><summary>s</summary>inside</details>'
    const html = shown('<p>b</p>', hostile)
    expect(html).not.toMatch(/class=|style=|hidden|id=|onclick|script|src=|href=/)
    expect(html).toContain('<details open="">')
  })

  test('texts beyond the limit are not compared', () => {
    expect(shown('<p>a</p>', `<p>${'x'.repeat(600_000)}</p>`)).toBe('too-large')
  })
})

const word = fc.constantFrom('the', 'a', 'cat', 'dog', 'runs', 'quickly', '.', ',')
const line = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
const block = fc.oneof(
  line.map((text) => `<p>${text}</p>`),
  line.map((text) => `<h2>${text}</h2>`),
  fc
    .array(line, { minLength: 1, maxLength: 4 })
    .map((items) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`),
  fc.tuple(line, line).map(([a, b]) => `<p>${a} <strong>${b}</strong><br>${a}</p>`),
  fc
    .tuple(line, line)
    .map(([a, b]) => `<table><tr><td>${a}</td><td></td><td>${b}</td></tr></table>`),
)
const text = fc.array(block, { maxLength: 6 }).map((blocks) => blocks.join(''))

/** The words of one of the two texts, read out of the merged one. */
function wordsWithout(change: 'added' | 'removed', fragment: DocumentFragment) {
  const copy = document.createElement('div')
  copy.append(fragment.cloneNode(true))
  for (const gone of copy.querySelectorAll(`[data-change=${change}], .visually-hidden`))
    gone.remove()
  return wordsOf(copy)
}
function wordsOf(element: Element) {
  return element.textContent.replace(/[\s¶↵]+/g, '')
}
function parsed(html: string) {
  const element = document.createElement('div')
  element.innerHTML = html
  return element
}

test('without what was added it is the old text, without what was removed the new one', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const merged = mergeTexts(`<p>start</p>${before}`, `<p>end</p>${after}`)
      const fragment = merged.kind === 'shown' ? merged.fragment : document.createDocumentFragment()
      expect(wordsWithout('added', fragment)).toBe(`start${wordsOf(parsed(before))}`)
      expect(wordsWithout('removed', fragment)).toBe(`end${wordsOf(parsed(after))}`)
    }),
    { numRuns: 60 },
  )
})

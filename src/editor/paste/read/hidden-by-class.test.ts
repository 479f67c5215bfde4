import { expect, test } from 'vitest'
import { parseInert } from '#html/parse/inert-document.ts'
import { cleanClipboard } from '#editor/paste/rewrite/clean-clipboard.ts'

const wordsOf = (html: string) => {
  const cleaned = parseInert(cleanClipboard({ html, text: '' }, 'clean', true).html)
  return [...cleaned.children].map((block) => block.textContent).join(' ')
}

const SEEN = '<p>Before</p><div class="q open" id="intro"><p>Read this.</p></div><p>After</p>'

test.each([
  ['on paper', '<style>@media print { .q { display: none } }</style>'],
  [
    'on paper, behind other rules',
    '<style>@media print { .x { color: red } .q { display: none } }</style>',
  ],
  [
    'on narrow screens',
    '<style>@media (max-width: 40em) { p { margin: 0 } .a, .q { display: none; } }</style>',
  ],
  [
    'where a browser can do something',
    '<style>@supports (x: y) { @media all { .q { mso-hide: all } } }</style>',
  ],
  ['in a sheet for paper', '<style media="print">.q { display: none }</style>'],
  ['without scripts', '<noscript><style>.q { display: none }</style></noscript>'],
  ['unless another class is there', '<style>.q{display:none} .q.open{display:block}</style>'],
  ['unless another class comes first', '<style>.open{display:flex} .q{display:none}</style>'],
  ['unless it has this name', '<style>.q{display:none} #intro.q{display:block}</style>'],
  [
    'unless an attribute says so',
    '<style>.q{display:none} [id="in, tro"], [id|=intro] {display:grid}</style>',
  ],
  ['unless it is inside something', '<style>.q{display:none} .page > .q { display:block }</style>'],
  [
    'unless something is ticked',
    '<style>.q{display:none} #t:checked ~ :is(.q, .r) {display:block}</style>',
  ],
  [
    'unless a screen is wide',
    '<style>.q{display:none} @media (min-width: 9em) { .q {display:block} }</style>',
  ],
  ['unless an inner rule shows it', '<style>.q{display:none; &.open{display:revert}}</style>'],
  [
    'unless its own style shows it',
    '<style>.q{display:none}</style><style>div { all: unset }</style>',
  ],
  ['unless a sheet elsewhere shows it', '<style>@import "a.css"; .q{display:none}</style>'],
  [
    'unless a linked sheet shows it',
    '<link rel="preload stylesheet" href="a.css"><style>.q{display:none}</style>',
  ],
  ['unless a program shows it', '<style>.q{display:none}</style><script>show("intro")</script>'],
])('what a class hides %s is kept', (_when, sheet) => {
  expect(wordsOf(sheet + SEEN)).toBe('Before Read this. After')
})

test.each([
  ['a class', '<style>.q{display:none}</style>'],
  ['a class, for good', '<style>.q{display:none !important}</style>'],
  [
    'a class for good, whatever comes after',
    '<style>.q{display:none ! important; display:block}</style>',
  ],
  [
    'a class among rules for other things',
    '<style>p, .other{display:block} .q::before{display:block; content:"}"} div.q{display:NONE}</style>',
  ],
  ['a class of a sheet for screens', '<style media="screen">.q{display:none}</style>'],
  [
    'a class of an Office document',
    '<style>@page { size: 21cm } @list l0:level1 {mso-level-text:"{"} .q{display:none;mso-hide:all} @media print {.q{display:block}}</style>',
  ],
])('what %s hides is left out', (_what, sheet) => {
  expect(wordsOf(sheet + SEEN)).toBe('Before After')
})

test('a style of its own hides for good and shows again', () => {
  expect(wordsOf('<p>a</p><p style="display: none!important; display: block">b</p>')).toBe('a')
  const sheet = '<style>.q { display: none }</style>'
  expect(wordsOf(`${sheet}<p>a</p><p class="q" style="display: block">b</p>`)).toBe('a b')
})

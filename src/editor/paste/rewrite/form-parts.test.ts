import { expect, test } from 'vitest'
import { parseInert } from '#html/parse/inert-document.ts'
import { cleanClipboard } from './clean-clipboard.ts'

function linesOf(html: string): (string | null)[] {
  const { html: cleaned, report } = cleanClipboard({ html, text: '' }, 'clean', true)
  expect(report.fallback).toBeNull()
  const page = parseInert(cleaned)
  return [...page.querySelectorAll('p, li, td, h2')]
    .filter((block) => !block.querySelector('p, li'))
    .map((block) => `${block.localName === 'p' ? '' : `${block.localName} `}${block.textContent}`)
}

const radio = '<input type="radio" name="r">'

test.each([
  [`<p>Choose: ${radio}1${radio}2${radio}3</p>`, ['Choose: 1 2 3']],
  ['<p>I ate<input type="text" size="2">apples and<input>pears</p>', ['I ate apples and pears']],
  ['<p>Name<textarea></textarea>Age</p>', ['Name Age']],
  ['<p>12<input type="hidden" value="x">34</p>', ['1234']],
  ['<p>Then<button>Go</button><button><b>Stop</b></button>now</p>', ['Then Go Stop now']],
  ['<p><span>Yes</span><input type="checkbox"><b>No</b></p>', ['Yes No']],
  [`<div style="white-space: pre">a${radio}b</div>`, ['a b']],
])('parts of a form stand apart: %s', (html, lines) => {
  expect(linesOf(html)).toEqual(lines)
})

test.each([
  ['<p>Then press <input type=submit value="Go">.</p>', ['Then press Go.']],
  [
    '<form><input type="BUTTON" value="Back"><input type="reset" value="Clear all"></form>',
    ['Back Clear all'],
  ],
  ['<p>Then press <button>Run</button>.</p>', ['Then press Run.']],
  ['<div>Then press <b><button>Download</button></b></div>', ['Then press Download']],
  ['<form><button>Edit</button></form>', ['Edit']],
  ['<div><div>python</div><div><button>Copy code</button></div><pre>x</pre></div>', ['python']],
  [
    '<ol><li><p>Run</p><p>it</p><div><div><button>Copy</button></div><pre>x</pre></div></li><li>b</li></ol>',
    ['Run', 'it', 'li b'],
  ],
])('the word on a button stays, but not on those around code: %s', (html, lines) => {
  expect(linesOf(html)).toEqual(lines)
})

test.each([
  [
    `<label>${radio}Positive</label><label>${radio}Negative</label>`,
    ['li Positive', 'li Negative'],
  ],
  [
    `<p>How was it? <label>${radio} Good</label> <label>${radio} Bad</label><br>Then go on.</p>`,
    ['How was it?', 'li Good', 'li Bad', 'Then go on.'],
  ],
  [
    '<div><input type="checkbox" id="a"><label for="a">A</label>\n<input type="checkbox" id="b"><label for="b">B</label><br><label for="c">C</label><input type="checkbox" id="c"></div>',
    ['li A', 'li B', 'li C'],
  ],
  [
    `<table><tr><td>Item</td><td><label>${radio}1</label><label>${radio}2</label></td></tr></table>`,
    ['td Item', 'li 1', 'li 2'],
  ],
  [
    `<h2>Say <label>${radio}Yes</label><label>${radio}No</label></h2>`,
    ['h2 Say', 'li Yes', 'li No'],
  ],
])('choices with a label of their own come as a list: %s', (html, lines) => {
  expect(linesOf(html)).toEqual(lines)
})

test('choices of an item come as a list in it, but do not take its number', () => {
  const choices = `<label>${radio}Good</label><label>${radio}Bad</label>`
  const html = `<ol><li>How was it? ${choices}</li><li>${choices}</li><li>End</li></ol>`
  expect(cleanClipboard({ html, text: '' }, 'clean', true).html).toBe(
    '<ol><li>How was it?<ul><li>Good</li><li>Bad</li></ul></li><li>Good Bad</li><li>End</li></ol>',
  )
})

test.each([
  [`<p>Say <label>${radio}yes</label> or <label>${radio}no</label>.</p>`, ['Say yes or no.']],
  ['<p><label><input type="checkbox"> I agree</label> to this.</p>', ['I agree to this.']],
  ['<p><label>Name <input></label><label>Age <input></label></p>', ['Name Age']],
  [
    `<ul><li><label>${radio}Yes</label></li><li><label>${radio}No</label></li></ul>`,
    ['li Yes', 'li No'],
  ],
  [`<ul><label>${radio}Yes</label><label>${radio}No</label></ul>`, ['li Yes', 'li No']],
])('other labels stay where they are: %s', (html, lines) => {
  expect(linesOf(html)).toEqual(lines)
})

test('options stay apart and keep the names that a page shows', () => {
  const select =
    '<select><option>1</option><option label="two">2</option><optgroup label="More"><option>3</option></optgroup></select>'
  expect(linesOf(`<p>Choose ${select} now</p>`)).toEqual(['Choose', '1', 'two', 'More', '3', 'now'])
})

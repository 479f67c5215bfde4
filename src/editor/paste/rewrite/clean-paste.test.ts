import { expect, test } from 'vitest'
import { parseInert } from '#html/parse/inert-document.ts'
import { cleanClipboard } from './clean-clipboard.ts'
import { outlineOf } from '#editor/paste/fixtures/outline-of.ts'
import { pasteFixtures } from '#editor/paste/fixtures/paste-fixtures.ts'

const box = (html: string) => {
  const element = document.createElement('div')
  element.append(parseInert(html))
  return element
}

test.each(pasteFixtures)('$name', ({ html = '', text = '', lists = [], reads, has = {} }) => {
  const cleaned = cleanClipboard({ html, text }, 'clean', true)
  const page = box(cleaned.html)
  const counts = Object.fromEntries(
    Object.keys(has).map((selector) => [selector, page.querySelectorAll(selector).length]),
  )
  expect({ ...outlineOf(page), counts }).toEqual({ lists, reads, counts: has })
  expect(cleaned.report.fallback).toBeNull()
  expect(cleaned.html).not.toMatch(/mso-|file:|<span|<font|<div|<o:p|style=/i)
})

test.each([
  [
    '<crowd-radio-group><crowd-radio-button>Positive</crowd-radio-button><crowd-radio-button>Negative</crowd-radio-button></crowd-radio-group>',
    '<p>Positive Negative</p>',
  ],
  ['<p><label>Yes</label><label>No</label></p>', '<p>Yes No</p>'],
  [
    '<p><span style="display:inline-block">Yes</span><span style="display:inline-block">No</span>.</p>',
    '<p>Yes No.</p>',
  ],
  ['<p>H<blink>2</blink>O, <x-a>this</x-a>.</p>', '<p>H2O, this.</p>'],
])('the words of %s stay apart', (html, expected) => {
  const { html: cleaned, report } = cleanClipboard({ html, text: '' }, 'clean', true)
  expect(cleaned).toBe(expected)
  expect(report.fallback).toBeNull()
})

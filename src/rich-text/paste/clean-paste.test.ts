import { expect, test } from 'vitest'
import { parseInert } from '#html/inert-document.ts'
import { cleanPaste } from './clean-paste.ts'
import { outlineOf } from './fixtures/outline-of.ts'
import { wordLists } from './fixtures/word-lists.ts'

const box = (html: string) => {
  const element = document.createElement('div')
  element.append(parseInert(html))
  return element
}

test.each(wordLists)('$name', ({ html = '', lists = [], reads, has = {} }) => {
  const cleaned = cleanPaste(html, { looks: false, pictures: true })
  const page = box(cleaned.html)
  const counts = Object.fromEntries(
    Object.keys(has).map((selector) => [selector, page.querySelectorAll(selector).length]),
  )
  expect({ ...outlineOf(page), counts }).toEqual({ lists, reads, counts: has })
  expect(cleaned.report.fallback).toBeNull()
  expect(cleaned.html).not.toMatch(/mso-|file:|<span|<o:p/i)
})

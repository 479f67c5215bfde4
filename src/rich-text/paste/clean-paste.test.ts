import { expect, test } from 'vitest'
import { parseInert } from '#html/inert-document.ts'
import { cleanClipboard } from './clean-clipboard.ts'
import { outlineOf } from './fixtures/outline-of.ts'
import { pasteFixtures } from './fixtures/paste-fixtures.ts'

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

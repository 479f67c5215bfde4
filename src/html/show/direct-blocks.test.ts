import { expect, test } from 'vitest'
import { parseInert, serializeFragment } from '#html/parse/inert-document.ts'
import { directBlocks } from './direct-blocks.ts'

const directed = (html: string) => serializeFragment(directBlocks(parseInert(html)))

test('each paragraph has the direction of its own first letters, in either order', () => {
  expect(directed('<p>مرحبا</p><p>Welcome</p>')).toBe(
    '<p dir="auto">مرحبا</p><p dir="auto">Welcome</p>',
  )
  expect(directed('<h2>Welcome</h2><pre>שלום</pre>')).toBe(
    '<h2 dir="auto">Welcome</h2><pre dir="auto">שלום</pre>',
  )
})

test('what holds other blocks has the direction that all of it begins in', () => {
  expect(directed('<ol><li>1. שלום</li><li>Read<ul><li>اقرأ</li></ul></li><li>2</li></ol>')).toBe(
    '<ol dir="rtl"><li dir="auto">1. שלום</li>' +
      '<li dir="ltr">Read<ul dir="rtl"><li dir="auto">اقرأ</li></ul></li><li>2</li></ol>',
  )
  expect(directed('<table><tbody><tr><td>שלום</td><td>Hi</td></tr></tbody></table>')).toBe(
    '<table dir="rtl"><tbody><tr><td dir="auto">שלום</td><td dir="auto">Hi</td></tr></tbody></table>',
  )
})

test('what the text gives a direction keeps it, with all that is in it', () => {
  const html = '<div dir="rtl"><p>Welcome</p></div><p dir="ltr">مرحبا</p>'
  expect(directed(html)).toBe(html)
})

test('a text without right-to-left letters stays as it is', () => {
  const html = '<p>Welcome</p><ul><li>Read</li></ul>'
  expect(directed(html)).toBe(html)
})

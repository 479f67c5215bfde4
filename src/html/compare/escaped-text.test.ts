// @vitest-environment node
import { expect, test } from 'vitest'
import { sameLine, withoutEscapes } from './escaped-text.ts'

test.each([
  ['A & B', 'A &amp; B', true],
  ['a < b > c', 'a &lt; b &gt; c', true],
  ['A & B', 'A & B', true],
  ['A & B', 'A + B', false],
  ['&amp;amp;', '&', false],
  ['é', '&eacute;', false],
])('%s and %s say the same: %s', (one, other, same) => {
  expect(sameLine(one, other)).toBe(same)
  expect(sameLine(other, one)).toBe(same)
})

test('an escape is taken away once', () => {
  expect(withoutEscapes('&amp;lt; &amp;amp;')).toBe('&lt; &amp;')
})

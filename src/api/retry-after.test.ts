// @vitest-environment node
import { expect, test } from 'vitest'
import { retryAfterMs } from './http.ts'

const now = Date.parse('2026-11-24T12:00:00Z')

test.each([
  ['20', 20_000],
  [' 0 ', 0],
  ['Tue, 24 Nov 2026 12:00:30 GMT', 30_000],
  ['Tue, 24 Nov 2026 11:00:00 GMT', 0],
  ['86400', 300_000],
  ['soon', null],
  ['-5', null],
  ['', null],
  [null, null],
])('"%s" is a wait of %s ms', (header, ms) => {
  expect(retryAfterMs(header, now)).toBe(ms)
})

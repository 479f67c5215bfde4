// @vitest-environment node
import { expect, test } from 'vitest'
import { readLinkAddress } from './link-address.ts'

test.each([
  'https://example.org',
  'http://example.org/a?b=c#d',
  'HTTPS://EXAMPLE.ORG',
  'https://example.org?pid={{%PROLIFIC_PID%}}',
  'mailto:ada@example.org',
  'tel:+441234567890',
  '#part-2',
])('%s is an address', (href) => {
  expect(readLinkAddress(`  ${href} `)).toEqual({ ok: true, href })
})

test.each([
  ['example.org', 'https://example.org'],
  ['www.example.org/a b'.replace(' ', ''), 'https://www.example.org/ab'],
  ['müller.example', 'https://müller.example'],
  ['example.org:8080/x', 'https://example.org:8080/x'],
  ['ada@example.org', 'mailto:ada@example.org'],
  ['+44 1234 567-890', 'tel:+441234567890'],
  ['https://example.org/a b', 'https://example.org/a%20b'],
])('for %s, %s is offered', (typed, suggestion) => {
  expect(readLinkAddress(typed)).toMatchObject({ ok: false, suggestion })
})

test.each([
  ['', 'Enter an address'],
  ['javascript:alert(1)', '“javascript:”'],
  ['java\nscript:alert(1)', '“javascript:”'],
  ['data:text/html,x', '“data:”'],
  ['file:///etc/passwd', '“file:”'],
  ['/relative', 'https://'],
  ['click here', 'https://'],
  ['https://', 'https:'],
])('%s is refused with a reason', (typed, reason) => {
  const read = readLinkAddress(typed)
  expect(read).toMatchObject({ ok: false, problem: expect.stringContaining(reason) as unknown })
  expect(read).not.toHaveProperty('suggestion')
})

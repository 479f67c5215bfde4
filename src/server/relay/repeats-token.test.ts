// @vitest-environment node
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { repeatsToken } from './repeats-token.ts'

const token = 'canary-7f3c9d/+"\\&<%41~Zz'
const repeats = (text: string, of = token) => repeatsToken(of)(new TextEncoder().encode(text))

const hex = (sign: string) => sign.charCodeAt(0).toString(16).padStart(2, '0')
const each = (text: string, write: (sign: string) => string) => Array.from(text, write).join('')
const percent = (text: string) => each(text, (sign) => `%${hex(sign)}`)
const json = (text: string) => each(text, (sign) => `\\u00${hex(sign)}`)
const base64 = (text: string) => Buffer.from(text).toString('base64')
const lines = (text: string, end: string) => text.replace(/.{20}/g, (line) => line + end)

const ways: Record<string, (text: string) => string> = {
  'as it is': (text) => text,
  'in JSON': (text) => JSON.stringify({ detail: text }),
  'in JSON inside JSON': (text) => JSON.stringify(JSON.stringify(text)),
  'in JSON with escaped slashes': (text) => JSON.stringify(text).replaceAll('/', '\\/'),
  'as escapes of JSON': json,
  'as escapes of JSON in capitals': (text) => json(text).toUpperCase().replaceAll('\\U', '\\u'),
  'as escapes of JSON inside JSON': (text) => JSON.stringify(json(text)),
  'in an address': encodeURIComponent,
  'in an address twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'in percent signs': percent,
  'in percent signs and capitals': (text) => percent(text).toUpperCase(),
  'in percent signs three times': (text) => percent(percent(percent(text))),
  'in percent signs and escapes of JSON in turn': (text) =>
    Array.from(text, (sign, at) => (at % 2 ? percent(sign) : json(sign))).join(''),
  'in HTML': (text) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&#34;'),
  'as references of HTML': (text) => each(text, (sign) => `&#x${hex(sign)};`),
  'in base64': base64,
  'in base64 behind one byte': (text) => base64(`:${text}`),
  'in base64 behind two bytes': (text) => base64(`u:${text}`),
  'in base64 between other words': (text) => base64(`Token ${text}\nand more`),
  'in base64 of addresses': (text) => Buffer.from(`user:${text}:x`).toString('base64url'),
  'in base64 inside an address': (text) => encodeURIComponent(base64(`ÿ${text}`)),
  'in base64 with escaped slashes': (text) => base64(`?${text}`).replaceAll('/', '\\/'),
  'in base64 of several lines': (text) => lines(base64(text), '\r\n'),
  'in base64 of several lines in JSON': (text) => JSON.stringify(lines(base64(text), '\n')),
}

test.each(Object.entries(ways))('a token that is repeated %s is found', (_how, write) => {
  expect(repeats(`{"a":"é ${write(token)} ?"}`)).toBe(true)
  expect(repeats(write(token.slice(0, -1)))).toBe(false)
})

test('any token is found however it is written and whatever is around it', () => {
  const signs = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code))
  const tokens = fc.string({ unit: signs, minLength: 8, maxLength: 60 })
  fc.assert(
    fc.property(
      tokens,
      fc.constantFrom(...Object.values(ways)),
      fc.string({ unit: 'grapheme' }),
      (any, write, around) => {
        expect(repeats(`${around} ${write(any)} ${around}`, any)).toBe(true)
      },
    ),
    { numRuns: 1000 },
  )
})

test('an answer without it passes, whatever escapes are in it', () => {
  const other = token.replace('canary', 'caNary')
  for (const write of Object.values(ways)) expect(repeats(write(other))).toBe(false)
  expect(repeats('%%%25 \\u00 \\\\ &#; %zz \\u00zz '.repeat(100))).toBe(false)
})

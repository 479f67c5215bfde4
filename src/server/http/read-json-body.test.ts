// @vitest-environment node
import { expect, test } from 'vitest'
import { MAX_BODY_BYTES } from '#contract/limits.ts'
import { isJsonType, readJsonBody } from './read-json-body.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

async function read(body: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
  const request = new Request('http://x/', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
  const result = await readJsonBody(request)
  return result.ok ? result.value : result.refusal.status
}

test.each([
  ['application/json', true],
  ['Application/JSON; charset=UTF-8', true],
  ['application/json;charset="utf-8"', true],
  ['application/json; charset=latin1', false],
  ['application/json; boundary=x', false],
  ['application/jsonx', false],
  ['text/plain', false],
  ['text/plain; application/json', false],
  ['', false],
  [null, false],
])('%s as a content type: %s', (header, isJson) => {
  expect(isJsonType(header)).toBe(isJson)
})

test('every JSON value is read, strings as they were', async () => {
  expect(await read(bytes('null'))).toBe(null)
  expect(await read(bytes(' {"a":"\\u0000\\ud800 \\u00e9é😀"} '))).toEqual({ a: '\0\ud800 éé😀' })
})

test.each([
  ['nothing', bytes('')],
  ['half of it', bytes('{"a":')],
  ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
  ['an overlong form of a slash', new Uint8Array([0x22, 0xc0, 0xaf, 0x22])],
  ['65 levels', bytes('['.repeat(65) + ']'.repeat(65))],
])('%s is refused with 400', async (_case, body) => {
  expect(await read(body)).toBe(400)
})

test('64 levels are read, and brackets in strings are no levels', async () => {
  expect(await read(bytes('['.repeat(64) + ']'.repeat(64)))).toHaveLength(1)
  const brackets = '[{\\"'.repeat(100)
  expect(await read(bytes(`"${brackets}"`))).toBe('[{"'.repeat(100))
})

test('a megabyte is read and one byte more is refused, whether its length is declared or not', async () => {
  const largest = bytes(`"${'x'.repeat(MAX_BODY_BYTES - 2)}"`)
  const tooLarge = bytes(`"${'x'.repeat(MAX_BODY_BYTES - 1)}"`)
  expect(await read(largest)).toHaveLength(MAX_BODY_BYTES - 2)
  expect(await read(tooLarge)).toBe(413)
  const declared = { 'content-length': String(tooLarge.byteLength) }
  expect(await read(tooLarge, declared)).toBe(413)
})

test('a compressed body is refused with 415', async () => {
  expect(await read(bytes('{}'), { 'content-encoding': 'gzip' })).toBe(415)
})

test.each([{}, { 'content-length': '99' }])(
  'a body whose sender goes away in the middle is refused with 400 (%j)',
  async (headers) => {
    const request: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: new ReadableStream({
        pull(controller) {
          controller.enqueue(bytes('{"a":'))
          controller.error(new Error('aborted'))
        },
      }),
      duplex: 'half',
    }
    const result = await readJsonBody(new Request('http://x/', request))
    expect(result.ok || result.refusal.status).toBe(400)
  },
)

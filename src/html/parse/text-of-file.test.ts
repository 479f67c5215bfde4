import { expect, test } from 'vitest'
import { textOfFile } from './text-of-file.ts'

/** Characters up to U+00FF as one byte each. */
const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const read = (...parts: (string | Uint8Array<ArrayBuffer>)[]) => textOfFile(new File(parts, 'task'))

/** UTF-16 with its mark, as Windows programs save "Unicode". */
function inUtf16(text: string, littleEndian: boolean) {
  const marked = `\uFEFF${text}`
  const view = new DataView(new ArrayBuffer(marked.length * 2))
  for (let at = 0; at < marked.length; at += 1) {
    view.setUint16(at * 2, marked.charCodeAt(at), littleEndian)
  }
  return new Uint8Array(view.buffer)
}

const SAID = 'Don’t rate “Größe” – pay 5 €.'
const IN_WINDOWS_1252 = bytes('Don\x92t rate \x93Gr\xf6\xdfe\x94 \x96 pay 5 \x80.')

test.each([
  ['UTF-8', new TextEncoder().encode(SAID)],
  ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${SAID}`)],
  ['UTF-16 from Windows', inUtf16(SAID, true)],
  ['UTF-16 the other way round', inUtf16(SAID, false)],
  ['the encoding of Windows', IN_WINDOWS_1252],
])('a file in %s is read', async (_encoding, file) => {
  expect(await read(file)).toBe(SAID)
})

const word = (charset: string) =>
  `<html>\r\n\r\n<head>\r\n<meta http-equiv=Content-Type content="text/html; charset=${charset}">\r\n`

test.each([
  ['as Word does', word('windows-1252'), IN_WINDOWS_1252, SAID],
  ['as Word does in Russia', word('windows-1251'), bytes('\xcf\xf0\xe8\xe2\xe5\xf2'), 'Привет'],
  ['as pages do', "<META CHARSET='Shift_JIS'>", bytes('\x93\xfa\x96{'), '日本'],
  ['as XHTML does', '<?xml version="1.0" encoding="koi8-r"?>', bytes('\xf0\xd2'), 'Пр'],
  [
    'as an older one of itself',
    '<!--<meta charset=koi8-r>--><meta charset=gbk>',
    bytes('\xc4\xe3'),
    '你',
  ],
  ['wrongly as UTF-8', '<meta charset="utf-8">', IN_WINDOWS_1252, SAID],
  ['wrongly as UTF-16', word('unicode'), IN_WINDOWS_1252, SAID],
  ['as nothing that is known', word('x-nonsense'), IN_WINDOWS_1252, SAID],
])('an HTML file that declares its encoding %s is read', async (_how, head, body, said) => {
  expect(await read(head, body)).toBe(head + said)
})

test('UTF-8 is read as such whatever it declares', async () => {
  expect(await read(word('windows-1252'), SAID)).toBe(word('windows-1252') + SAID)
})

test('UTF-8 that was cut within a character loses no other', async () => {
  const whole = new TextEncoder().encode(`${SAID} “`)
  expect(await read(whole.subarray(0, -1))).toBe(`${SAID} \ufffd`)
})

test.each([
  ['zeros', bytes('PK\x03\x04\0\0')],
  ['zeros after a mark', bytes('\xff\xfea\0\0\0')],
  ['other bytes that no text has', bytes('\x1f\x8b\x08\xfc\x02\x03\xe4')],
])('a file with %s is no text', async (_what, file) => {
  expect(await read(file)).toBeNull()
})

test('an empty file is an empty text', async () => {
  expect(await read('')).toBe('')
})

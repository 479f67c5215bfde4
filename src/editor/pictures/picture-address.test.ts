// @vitest-environment node
import { expect, test } from 'vitest'
import { readPictureAddress } from './picture-address.ts'

test.each([
  'https://example.org/lamp.png',
  ' https://example.org/lamp.png ',
  'HTTPS://EXAMPLE.ORG/LAMP.PNG',
  'https://example.org/picture?id=3',
  'https://images.example.org/3',
  'https://upload.wikimedia.org/wikipedia/commons/a/a9/Example.jpg',
  'https://www.dropbox.com/s/abc/lamp.png?raw=1',
  'data:image/png;base64,iVBORw0KGgo=',
])('%s is taken', (typed) => {
  expect(readPictureAddress(typed)).toEqual({ ok: true, src: typed.trim() })
})

test.each([
  ['', /Enter the address of the picture/],
  ['file:///home/me/lamp.png', /file on your computer.*web address/],
  ['C:\\pictures\\lamp.png', /file on your computer/],
  ['/Users/me/lamp.png', /file on your computer/],
  ['blob:https://example.org/1', /file on your computer/],
  ['http://example.org/lamp.png', /has to start with https/],
  ['example.org/lamp.png', /starts with https:\/\//],
  ['lamp', /not a full web address/],
  ['me@example.org', /not a full web address/],
  ['mailto:me@example.org', /not a full web address/],
  ['javascript:alert(1)', /not a full web address/],
  ['data:image/svg+xml,<svg/>', /has to be a PNG, JPEG, GIF or WebP/],
  ['https://example.org', /address of a page/],
  ['https://example.org/gallery.html', /address of a page/],
  ['https://example.org/protocol.pdf', /address of a page/],
  ['https://drive.google.com/file/d/1/view', /address of a page/],
  ['https://www.dropbox.com/s/abc/lamp.png?dl=0', /address of a page/],
  ['https://github.com/a/b/blob/main/lamp.png', /address of a page/],
  ['https://commons.wikimedia.org/wiki/File:Lamp.jpg', /address of a page/],
])('%s is refused with what to do', (typed, problem) => {
  expect(readPictureAddress(typed)).toMatchObject({
    ok: false,
    problem: expect.stringMatching(problem) as unknown,
  })
})

test.each([
  ['http://example.org/lamp.png', 'https://example.org/lamp.png'],
  ['example.org/lamp.png', 'https://example.org/lamp.png'],
  ['https://example.org/my lamp.png', 'https://example.org/my%20lamp.png'],
])('for %s, %s is offered', (typed, suggestion) => {
  expect(readPictureAddress(typed)).toMatchObject({ ok: false, suggestion })
})

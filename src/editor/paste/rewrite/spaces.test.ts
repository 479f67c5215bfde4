import { expect, test } from 'vitest'
import { cleanPaste } from './clean-paste.ts'

const clean = (html: string) => cleanPaste(html, { looks: false, pictures: true })

test.each([
  ['several in a row', 'Name:&nbsp;&nbsp;&nbsp;Date', 'Name:\u00a0\u00a0\u00a0Date'],
  ['taken in turns', 'Name: &nbsp; &nbsp;Date', 'Name: \u00a0 \u00a0Date'],
  ['at the start', '&nbsp;&nbsp;&nbsp;Date', '\u00a0\u00a0\u00a0Date'],
  ['one alone', '10&nbsp;km', '10\u00a0km'],
  ['one beside a space', 'end.&nbsp; Next', 'end. Next'],
  ['one at the start', '&nbsp;Date', 'Date'],
  ['at the end', 'Date&nbsp;&nbsp;', 'Date'],
])('no-break spaces, %s', (_, written, read) => {
  const page = document.createElement('div')
  page.innerHTML = clean(`<p>${written}</p>`).html
  expect(page.querySelector('p')?.textContent).toBe(read)
})

test('underlined no-break spaces at the end are room for an answer', () => {
  expect(clean('<p>Name: <u>&nbsp;&nbsp;&nbsp;</u></p>').html).toBe(
    '<p>Name: <u>&nbsp;&nbsp;&nbsp;</u></p>',
  )
})

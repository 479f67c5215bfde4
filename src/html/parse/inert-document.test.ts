import { expect, test } from 'vitest'
import { parseInert, serializeFragment } from './inert-document.ts'

/** Every name that a form has, and what stands for it in the markup of one. */
const names = new Set<string>()
for (const { prototype } of [HTMLFormElement, HTMLElement, Element, Node, EventTarget, Object]) {
  for (const name of Object.getOwnPropertyNames(prototype)) names.add(name)
}

test('no name in a form takes the place of a property', () => {
  const fields = [...names].map((name) => `<input name="${name}"><img id="${name}">`).join('')
  const [form] = parseInert(`<form class="a" id="b">x${fields}</form>`).children
  expect(form).not.toBeInstanceOf(HTMLFormElement)
  expect(form?.localName).toBe('form')
  expect(form?.getAttributeNames()).toEqual(['class', 'id'])
  expect(form?.childNodes).toHaveLength(1 + 2 * names.size)
})

test.each([
  '<form action="https://x.org"><p>a</p><input name="attributes">b</form>c',
  '<div><form><div><form>a</form></div></form></div>',
  '<table><tbody><tr><form><td><input name="remove">a</td></form></tr></tbody></table>',
])('forms of %s stay where they are', (html) => {
  const forms = parseInert(html).querySelectorAll('form')
  expect(forms.length).toBeGreaterThan(0)
  const asParsed = document.createElement('div')
  asParsed.innerHTML = html
  expect(serializeFragment(parseInert(html))).toBe(asParsed.innerHTML)
})

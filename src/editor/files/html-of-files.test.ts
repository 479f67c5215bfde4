import { expect, test } from 'vitest'
import { keepPageOnDrop } from './html-of-files.ts'

/** Drops on an element; false when the browser is kept from doing what it does with a drop. */
function dropOn(element: Element, types: readonly string[]) {
  const event = new Event('drop', { bubbles: true, cancelable: true })
  return element.dispatchEvent(Object.assign(event, { dataTransfer: { types } }))
}

test('a file that is dropped beside the texts does not replace the page', () => {
  const stop = keepPageOnDrop()
  keepPageOnDrop()()
  expect(dropOn(document.body, ['Files'])).toBe(false)
  expect(dropOn(document.body, ['text/plain'])).toBe(true)
  stop()
  expect(dropOn(document.body, ['Files'])).toBe(true)
})

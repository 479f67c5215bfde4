import { expect, test } from 'vitest'
import { askedByKey } from './asked-by-key.ts'

/** What a key asks for when it is pressed in an element of this markup. */
function press(key: string, markup = '<p></p>', modifiers: KeyboardEventInit = {}) {
  document.body.innerHTML = markup
  let asked: ReturnType<typeof askedByKey> = null
  const listener = (event: KeyboardEvent) => {
    asked = askedByKey(event)
  }
  addEventListener('keydown', listener)
  const target = document.querySelector('[data-here]') ?? document.body
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, ...modifiers }),
  )
  removeEventListener('keydown', listener)
  return asked
}

const ctrl = { ctrlKey: true }

test('Ctrl+K asks for the commands, in a field too', () => {
  expect(press('k', '<p></p>', ctrl)).toBe('commands')
  expect(press('k', '<input data-here>', ctrl)).toBe('commands')
})

test.each([
  [
    'in an editor, where it makes a link',
    '<div contenteditable="true"><b data-here></b></div>',
    ctrl,
  ],
  ['while a dialog is open', '<dialog open></dialog>', ctrl],
  ['with Shift, which is the browser’s', '<p></p>', { ...ctrl, shiftKey: true }],
  ['with ⌘ where there is none', '<p></p>', { metaKey: true }],
  ['alone', '<p></p>', {}],
])('K asks for nothing %s', (_where, markup, modifiers) => {
  expect(press('k', markup, modifiers)).toBeNull()
})

test('a question mark asks for the shortcuts, but not where one writes', () => {
  expect(press('?', '<button data-here></button>', { shiftKey: true })).toBe('shortcuts')
  for (const field of ['<input data-here>', '<textarea data-here></textarea>']) {
    expect(press('?', field, { shiftKey: true })).toBeNull()
  }
  expect(press('?', '<p contenteditable="true" data-here></p>')).toBeNull()
})

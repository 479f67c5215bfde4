import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { UnforeseenFailure } from './UnforeseenFailure.tsx'

/** What browsers do when nobody waits for a promise that fails. */
function failWith(reason: unknown) {
  const event = Object.assign(new Event('unhandledrejection'), { reason })
  act(() => void dispatchEvent(event))
}

test.each([
  [new DOMException('x', 'QuotaExceededError'), /storage is full/],
  [new TypeError('Failed to fetch dynamically imported module: /a.js'), /could not be loaded/],
  [new TypeError('Importing a module script failed.'), /could not be loaded/],
  [new TypeError('error loading dynamically imported module: /a.js'), /could not be loaded/],
  [new Error('secret at line 7'), /unexpected error/],
  ['a string', /unexpected error/],
])('%s is said in words', async (reason, words) => {
  render(<UnforeseenFailure />)
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  failWith(reason)
  const alert = screen.getByRole('alert')
  expect(alert).toHaveTextContent(words)
  expect(alert).not.toHaveTextContent('secret')
  await userEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})

import { RenderedDifference } from './RenderedDifference.tsx'
import { render, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
test('a difference is one text with what was added and removed marked', async () => {
  render(
    <RenderedDifference before="<p>Rate the old review.</p>" after="<p>Rate the new review.</p>" />,
  )
  const text = within(await screen.findByRole('group', { name: 'Differences' }))
  expect(text.getByRole('deletion')).toHaveTextContent('[removed: old]')
  expect(text.getByRole('insertion')).toHaveTextContent('[added: new]')
})

test('what is not seen is said in words', async () => {
  render(<RenderedDifference before='<p class="lead">a</p>' after="<p>a</p>" />)
  expect(await screen.findByText('The words are the same.')).toBeVisible()
  expect(screen.getByRole('listitem')).toHaveTextContent('Removed: Class of Paragraph “a”')
})

test('the same HTML in other bytes is said to be no more than that', async () => {
  render(<RenderedDifference before="<P>a<br/>b</P>" after="<p>a<br>b</p>" />)
  expect(await screen.findByText('Only the way the HTML is written differs.')).toBeVisible()
})

test('texts that are too long are shown side by side as HTML', async () => {
  const long = `<p>${'x'.repeat(600_000)}</p>`
  render(<RenderedDifference before="<p>short</p>" after={long} />)
  expect(await screen.findByText(/too long to compare/)).toBeVisible()
  expect(screen.getByRole('region', { name: 'Before' })).toHaveTextContent('<p>short</p>')
})

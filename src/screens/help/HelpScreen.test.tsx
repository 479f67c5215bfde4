import 'fake-indexeddb/auto'
import { configure, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { Screens } from '#app/Screens.tsx'
import { renderAt } from '#test/render-at.tsx'

// The manual is a part that loads later.
configure({ asyncUtilTimeout: 20_000 })

beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
})

const main = () => within(screen.getByRole('main'))

test('a page of the manual has an address, a name and its headings, without a server', async () => {
  renderAt('/help/writing', <Screens />)
  expect(await screen.findByRole('heading', { level: 1, name: 'Writing' })).toBeVisible()
  expect(document.title).toBe('Help: Writing – Batch Composer')
  const headings = within(main().getByRole('navigation', { name: 'On this page' }))
  expect(headings.getByRole('link', { name: 'Drafts' })).toHaveAttribute(
    'href',
    '/help/writing#drafts',
  )
  expect(main().getByRole('heading', { level: 2, name: 'Drafts' })).toHaveAttribute('id', 'drafts')
})

test('the contents lead to every page, and links lead on', async () => {
  const user = userEvent.setup()
  const { history } = renderAt('/help', <Screens />)
  // The heading is there before the pages are.
  await waitFor(() => expect(main().getByRole('link', { name: 'Practice' })).toBeVisible())
  expect(screen.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible()
  expect(document.title).toBe('Help – Batch Composer')
  await user.click(main().getByRole('link', { name: 'Practice' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Practice' })).toBeVisible()
  await user.click(
    within(main().getByRole('navigation', { name: 'Pages of the help' })).getByRole('link', {
      name: 'Writing',
    }),
  )
  expect(history).toEqual(['/help', '/help/practice', '/help/writing'])
})

test('a page that is not there says so and offers those that are', async () => {
  renderAt('/help/unicorns', <Screens />)
  expect(await screen.findByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible()
  expect(main().getByText(/Help has no page with this name/)).toBeVisible()
  expect(main().getByRole('link', { name: 'Writing' })).toHaveAttribute('href', '/help/writing')
})

test('links to other sites open in a tab of their own', async () => {
  renderAt('/help/hosting', <Screens />)
  await screen.findByRole('heading', { level: 1, name: 'Host it for a lab' })
  for (const link of main().queryAllByRole('link')) {
    const isOutside = /^https?:/.test(link.getAttribute('href') ?? '')
    expect([link.textContent, link.getAttribute('target')]).toEqual([
      link.textContent,
      isOutside ? '_blank' : null,
    ])
  }
})

test('a search finds sections of any page', async () => {
  const user = userEvent.setup()
  const { history } = renderAt('/help/start', <Screens />)
  await user.type(await screen.findByRole('searchbox', { name: 'Search the help' }), 'nginx')
  const results = within(main().getByRole('list', { name: 'Search results' }))
  await user.click(results.getByRole('link', { name: /Example for nginx/ }))
  await waitFor(() => expect(history.at(-1)).toBe('/help/hosting#example-for-nginx'))
})

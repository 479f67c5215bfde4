import 'fake-indexeddb/auto'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderAt } from '#test/render-at.tsx'
import { LaterScreen } from './LaterScreen.tsx'
import { Screens } from './Screens.tsx'

test('a screen is a page with a name while the server says nothing', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  renderAt('/practice/templates', <Screens />)
  expect(within(screen.getByRole('main')).getByText('Loading')).toBeInTheDocument()
  expect(document.title).toBe('Templates – Batch Composer')
  expect(await screen.findByRole('heading', { level: 1, name: 'Templates' })).toBeVisible()
  expect(await screen.findByText(/settings could not be loaded/)).toBeVisible()
})

test.each([
  ['/practice/templates', 'Templates'],
  ['/practice/batches', 'Batches'],
  ['/practice/batches/b1', 'Batch'],
  ['/practice/record?batch=b1', 'Ethics record'],
])('%s is a page with a name where the server does not offer Practice', async (address, name) => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ backends: [] })))
  renderAt(address, <Screens />)
  const main = within(await screen.findByRole('main'))
  expect(await main.findByRole('heading', { level: 1, name })).toBeVisible()
  expect(document.title).toBe(`${name} – Batch Composer`)
})

test('what the server knows to be wrong with a place is said on every screen of it', async () => {
  const backend = { name: 'Practice', base_path: '/practice/api', place: 'practice' }
  const notices = ['This server’s disk is full.']
  vi.stubGlobal('fetch', () =>
    Promise.resolve(Response.json({ backends: [{ ...backend, notices }] })),
  )
  renderAt('/practice/templates', <Screens />)
  expect(await screen.findByText('Practice is not working as usual.')).toBeVisible()
  expect(screen.getByText('This server’s disk is full.')).toBeVisible()
})

const loadNothing = () => Promise.reject(new Error('The server is gone.'))

test('a screen that cannot be loaded says so on a page with a name', async () => {
  renderAt(
    '/practice/drafts',
    <LaterScreen load={loadNothing} title="Drafts" name="the drafts">
      {() => null}
    </LaterScreen>,
  )
  const main = within(screen.getByRole('main'))
  expect(await main.findByRole('alert')).toHaveTextContent('Could not load the drafts.')
  expect(main.getByRole('heading', { level: 1, name: 'Drafts' })).toBeVisible()
  await waitFor(() => expect(document.title).toBe('Drafts – Batch Composer'))
})

import { configure, screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type * as Sanitize from '#html/safety/sanitize.ts'
import { documentedExample } from '#contract/examples.ts'
import { renderAt } from '#test/render-at.tsx'
import { practice, serve } from '#test/serve.ts'
import { RecordPage } from './RecordPage.tsx'

vi.mock('#html/safety/sanitize.ts', async (original) => {
  const real = await original<typeof Sanitize>()
  const cleanFragment: typeof real.cleanFragment = (html) => {
    if (html.includes('Unreadable')) throw new TypeError('Not a function.')
    return real.cleanFragment(html)
  }
  return { ...real, cleanFragment }
})
vi.mock('#html/profile/outside-findings.ts', () => ({
  outsideFindings: () => {
    throw new TypeError('Not a function.')
  },
}))

beforeEach(() => {
  vi.stubGlobal(
    'CSSStyleSheet',
    class {
      replaceSync() {}
    },
  )
})

// Test machines are busy.
vi.setConfig({ testTimeout: 120_000 })
configure({ asyncUtilTimeout: 20_000 })

test('a record states the rest when one text cannot be shown, and that text as HTML', async () => {
  const server = serve()
  server.answerInstead((call) =>
    call.endsWith('/preview.css')
      ? new Response(':root {}', { headers: { 'content-type': 'text/css' } })
      : undefined,
  )
  const task_details = { ...documentedExample.task_details, task_introduction: '<p>Unreadable</p>' }
  const { id } = await server.create({ name: 'Pilot', task_details })
  renderAt(`/practice/record?batch=${id}`, <RecordPage backend={practice} />)
  const region = await screen.findByRole('region', { name: 'What participants are shown' })
  const sheet = () => region.querySelector('div')?.shadowRoot
  await waitFor(() =>
    expect(sheet()?.querySelector('#introduction')).toHaveTextContent(
      'This part cannot be shown. This is its HTML:<p>Unreadable</p>',
    ),
  )
  expect(sheet()?.querySelector('#steps')).toHaveTextContent('Read each review')
  expect(screen.getAllByText(/this text could not be read/)).toHaveLength(2)
})
